package health.backstep.plan.diff;

import health.backstep.plan.catalogue.Dose;
import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.course.Policy;
import health.backstep.plan.decision.Decision;
import health.backstep.plan.decision.Effect;
import health.backstep.plan.gate.Status;
import health.backstep.plan.routine.Reason;
import health.backstep.plan.routine.Stage;
import health.backstep.rules.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A plan version as it was told, whatever the catalogue and the rules say today.
 *
 * @param number from 1
 * @param seconds that one session takes, 0 or more
 * @param items what to do, in order; none while the plan is withheld or suspended
 * @param grounds why this version came about
 */
public record Snapshot(
    int number,
    Status status,
    Stage stage,
    Policy policy,
    boolean regressed,
    Optional<Instant> restUntil,
    int sessionsPerWeek,
    int seconds,
    List<Portion> items,
    List<Ground> grounds) {

  public Snapshot {
    items = List.copyOf(items);
    grounds = List.copyOf(grounds);
  }

  /** One exercise, at a level and in an amount. */
  public record Portion(String exerciseId, String name, int level, Dose dose) {}

  /** One decision: the rule, what it did to which exercise, and the reason for the patient. */
  public record Ground(
      String rule,
      int ruleVersion,
      Effect effect,
      @Nullable String exerciseId,
      @Nullable String after,
      String text,
      List<String> sources,
      Evidence evidence) {

    static Ground of(Decision decision) {
      return new Ground(
          decision.rule(),
          decision.ruleVersion(),
          decision.effect(),
          decision.exerciseId(),
          decision.after(),
          decision.text(),
          decision.sources(),
          decision.evidence());
    }

    Reason reason() {
      return new Reason(rule, ruleVersion, text, sources, evidence);
    }
  }

  /**
   * @param seconds that one session of the plan takes (PL-TIME)
   */
  public static Snapshot of(PlanVersion plan, int seconds) {
    return new Snapshot(
        plan.number(),
        plan.status(),
        plan.stage(),
        plan.policy(),
        plan.regressed(),
        plan.restUntil(),
        plan.sessionsPerWeek(),
        seconds,
        plan.routine().items().stream()
            .map(it -> new Portion(it.exerciseId(), it.exercise().name(), it.level(), it.dose()))
            .toList(),
        plan.decisions().stream().map(Ground::of).toList());
  }

  Optional<Portion> find(String exerciseId) {
    return items.stream().filter(item -> item.exerciseId().equals(exerciseId)).findFirst();
  }
}
