package health.backstep.plan.change.edge;

import health.backstep.plan.change.ChangeType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change that is being written and has no place in the feed yet; see its parts at Change. */
public record NewChange(
    ChangeType type,
    UUID patientId,
    @Nullable Integer planVersion,
    @Nullable UUID dueId,
    @Nullable UUID eventId,
    Instant occurredAt) {

  /** About a version of the patient's plan. */
  public static NewChange ofPlan(
      ChangeType type, UUID patientId, int version, UUID eventId, Instant occurredAt) {
    return new NewChange(type, patientId, version, null, eventId, occurredAt);
  }

  /** About something that fell due. */
  public static NewChange ofDue(ChangeType type, UUID patientId, UUID dueId, Instant dueAt) {
    return new NewChange(type, patientId, null, dueId, null, dueAt);
  }
}
