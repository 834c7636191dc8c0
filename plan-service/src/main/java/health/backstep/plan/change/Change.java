package health.backstep.plan.change;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, told by ids: nothing in it is about health, so it may travel far.
 *
 * @param id the same wherever and however often the change is told
 * @param number its place in the tenant's feed: from 1, without a gap
 * @param planVersion the version of the plan that it is about
 * @param dueId what fell due
 * @param eventId the event that led to it; a plan read with {@code after} this has taken it in
 * @param occurredAt when it happened by the event's own time, which may be earlier than that of
 *     changes before it: records may come late
 */
public record Change(
    UUID id,
    long number,
    ChangeType type,
    UUID patientId,
    @Nullable Integer planVersion,
    @Nullable UUID dueId,
    @Nullable UUID eventId,
    Instant occurredAt) {

  /** Whom a change is about whose patient was erased. */
  public static final UUID NOBODY = new UUID(0, 0);
}
