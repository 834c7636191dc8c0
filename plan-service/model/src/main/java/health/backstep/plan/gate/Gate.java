package health.backstep.plan.gate;

import health.backstep.plan.decision.Decision;
import health.backstep.plan.decision.Effect;
import health.backstep.rules.RuleSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a plan may be followed, in the conflict order of the rules: a red flag comes
 * before clearance, and clearance before a review.
 */
public final class Gate {

  /** The status, and why it is not {@link Status#ACTIVE}. */
  public record Standing(Status status, List<Decision> decisions) {}

  private final RuleSet rules;

  public Gate(RuleSet rules) {
    this.rules = rules;
  }

  /**
   * @param flags red flags so far
   * @param reviewRule why a clinician has to look first, when one has to
   * @param at the time of the event that is being applied
   */
  public Standing standing(
      List<RedFlag> flags, Optional<Clearance> clearance, Optional<String> reviewRule, Instant at) {
    List<Decision> decisions = new ArrayList<>();
    Status status = Status.ACTIVE;
    for (RedFlag flag : flags) {
      if (clearance.stream().noneMatch(given -> given.answers(flag.raisedAt()))) {
        status = worse(status, flag.status());
        decisions.add(Decision.by(rules.rule(flag.rule()), effect(flag.status())));
      }
    }
    if (clearance.stream().noneMatch(given -> given.isValidAt(at))) {
      status = worse(status, Status.WITHHELD);
      decisions.add(Decision.by(rules.rule("CL-1"), Effect.PLAN_WITHHELD));
    }
    if (reviewRule.isPresent()) {
      status = worse(status, Status.IN_REVIEW);
      decisions.add(Decision.by(rules.rule(reviewRule.get()), Effect.PLAN_HELD_FOR_REVIEW));
    }
    return new Standing(status, List.copyOf(decisions));
  }

  private static Effect effect(Status status) {
    return status == Status.SUSPENDED ? Effect.PLAN_SUSPENDED : Effect.PLAN_WITHHELD;
  }

  private static Status worse(Status one, Status other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
