package health.backstep.plan.replay;

import health.backstep.plan.history.FoldedEvent;
import java.util.List;
import java.util.UUID;

/**
 * What is stored of one patient's plan.
 *
 * @param patientId the pseudonym
 * @param events in the order of folding
 * @param versions in the order of their numbers
 */
public record StoredCourse(UUID patientId, List<FoldedEvent> events, List<StoredVersion> versions) {

  public StoredCourse {
    events = List.copyOf(events);
    versions = List.copyOf(versions);
  }
}
