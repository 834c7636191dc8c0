package health.backstep.plan.replay;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A plan version where what is stored and what the events give part.
 *
 * @param patientId the pseudonym
 * @param version its number; 0 when the history could not be folded at all
 * @param eventId the event that made it, when there is one
 * @param type of that event, or "unknown"
 * @param differences what differs, one line each; at least one
 */
public record Parting(
    UUID patientId, int version, Optional<UUID> eventId, String type, List<String> differences) {

  public Parting {
    differences = List.copyOf(differences);
  }

  /** A history that cannot be made again at all. */
  public static Parting unfoldable(UUID patientId, Optional<UUID> eventId, String why) {
    return new Parting(
        patientId, 0, eventId, "unknown", List.of("the history cannot be folded: " + why));
  }
}
