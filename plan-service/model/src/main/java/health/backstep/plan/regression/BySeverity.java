package health.backstep.plan.regression;

import health.backstep.plan.course.Policy;
import health.backstep.plan.decision.Decision;
import health.backstep.plan.decision.Effect;
import health.backstep.plan.history.PlanEvent.FlareReported;
import health.backstep.plan.routine.Item;
import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import java.time.Duration;
import java.util.function.BiFunction;

/** How far a flare of each severity steps a routine back: RG-MILD, RG-MODERATE and RG-SEVERE. */
final class BySeverity {

  private final Rule mild;
  private final Rule moderate;
  private final Rule severe;
  private final Rule policyRule;

  BySeverity(RuleSet rules) {
    this.mild = rules.rule("RG-MILD");
    this.moderate = rules.rule("RG-MODERATE");
    this.severe = rules.rule("RG-SEVERE");
    this.policyRule = rules.rule("PL-POLICY");
  }

  /** A severe flare leaves only what is gentle whatever the policy: safety comes before it. */
  StepBack stepBack(StepBack step, Lowering lowering, Policy policy, FlareReported flare) {
    return switch (flare.severity()) {
      case MILD -> mild(step, lowering, policy, flare);
      case MODERATE -> moderate(step, lowering, policy, flare);
      case SEVERE -> gentlest(step, lowering, flare, severe);
    };
  }

  /** What is gentle but hurt is replaced, and everything that is not gentle is paused. */
  StepBack gentlest(StepBack step, Lowering lowering, FlareReported flare, Rule rule) {
    StepBack safer =
        eachThatHurt(
            step,
            flare,
            (soFar, item) ->
                item.exercise().kind().isGentle() ? lowering.swap(soFar, item, rule) : soFar);
    return lowering.gentleOnly(safer, rule);
  }

  private StepBack mild(StepBack step, Lowering lowering, Policy policy, FlareReported flare) {
    StepBack easier =
        switch (policy) {
          case PAIN_CONTINGENT ->
              eachThatHurt(
                  step,
                  flare,
                  (soFar, item) ->
                      lowering.levelDownOrSwap(soFar, item, mild.threshold("levelsDown"), mild));
          case TIME_CONTINGENT -> exercisesStay(step);
        };
    String checkIn = "in " + mild.threshold("checkInHours") + " hours";
    return lowering
        .dose(easier, mild.threshold("dosePercentLess"), mild)
        .also(Decision.change(mild, Effect.CHECK_IN_ASKED, null, null, checkIn));
  }

  private StepBack moderate(StepBack step, Lowering lowering, Policy policy, FlareReported flare) {
    StepBack easier =
        switch (policy) {
          case PAIN_CONTINGENT ->
              lowering.strengthDown(
                  eachThatHurt(step, flare, (soFar, item) -> lowering.swap(soFar, item, moderate)),
                  moderate.threshold("levelsDown"),
                  moderate);
          case TIME_CONTINGENT -> exercisesStay(step);
        };
    int days = moderate.threshold("extraRecoveryDays");
    return lowering
        .dose(easier, moderate.threshold("dosePercentLess"), moderate)
        .recovering(
            days,
            Duration.ofDays(days),
            Decision.change(
                moderate, Effect.RECOVERY_ADDED, null, null, "one more day of recovery"));
  }

  private StepBack exercisesStay(StepBack step) {
    return step.also(Decision.by(policyRule, Effect.NOTED));
  }

  private static StepBack eachThatHurt(
      StepBack step, FlareReported flare, BiFunction<StepBack, Item, StepBack> change) {
    StepBack soFar = step;
    for (String hurt : flare.provoking()) {
      StepBack before = soFar;
      soFar = before.routine().find(hurt).map(item -> change.apply(before, item)).orElse(before);
    }
    return soFar;
  }
}
