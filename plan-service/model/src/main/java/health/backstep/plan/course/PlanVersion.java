package health.backstep.plan.course;

import health.backstep.plan.decision.Decision;
import health.backstep.plan.decision.Effect;
import health.backstep.plan.gate.Status;
import health.backstep.plan.history.Cause;
import health.backstep.plan.history.PlanEvent.Severity;
import health.backstep.plan.routine.Routine;
import health.backstep.plan.routine.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A plan as the patient sees it, and why it is so.
 *
 * @param number from 1, without a gap
 * @param routine what to do; empty while the plan is withheld or suspended
 * @param severity of the flare that made this version
 * @param reviewAsked a clinician is asked to look
 * @param decisions what the rules did, in conflict order of their effect
 */
public record PlanVersion(
    int number,
    VersionKind kind,
    Status status,
    Stage stage,
    Policy policy,
    boolean regressed,
    Optional<Instant> restUntil,
    int sessionsPerWeek,
    Routine routine,
    List<String> education,
    Optional<Severity> severity,
    boolean reviewAsked,
    Cause cause,
    List<Decision> decisions,
    String rulesetVersion) {

  /** The safety questions behind a plan that is closed. */
  public Set<String> redFlagRules() {
    return decisions.stream()
        .filter(
            made -> made.effect() == Effect.PLAN_SUSPENDED || made.effect() == Effect.PLAN_WITHHELD)
        .map(Decision::rule)
        .filter(rule -> rule.startsWith("RF-"))
        .collect(Collectors.toSet());
  }

  /** Whether the patient would notice a difference; reasons alone make none. */
  public boolean looksLike(PlanVersion other) {
    return status == other.status
        && stage == other.stage
        && policy == other.policy
        && regressed == other.regressed
        && sessionsPerWeek == other.sessionsPerWeek
        && restUntil.equals(other.restUntil)
        && routine.equals(other.routine);
  }

  /**
   * SHA-256 over what the patient is to do: status, stage, policy, rest, frequency, exercises,
   * levels and amounts. The same history gives the same digest.
   */
  public String digest() {
    return Digest.of(this);
  }
}
