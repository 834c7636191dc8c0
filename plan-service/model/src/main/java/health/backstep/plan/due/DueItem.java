package health.backstep.plan.due;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that is to be done and has not been done yet.
 *
 * @param subject what it is about: the session, or the event of the flare, the assessment or the
 *     version that asks. One subject has one item of a kind at most.
 * @param dueAt when to ask, which may be long ahead
 * @param until when an answer would come too late to be read for what it is; empty when it stays
 *     until it is done
 * @param rule the rule that asks for it
 * @param planVersion the version that asks for it, when one does
 */
public record DueItem(
    DueKind kind,
    UUID subject,
    Instant dueAt,
    Optional<Instant> until,
    String rule,
    Optional<Integer> planVersion) {

  public DueItem {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(dueAt, "dueAt");
    Objects.requireNonNull(rule, "rule");
  }

  /** Whether an answer can still be given. */
  public boolean isOpenAt(Instant now) {
    return until.filter(end -> !now.isBefore(end)).isEmpty();
  }
}
