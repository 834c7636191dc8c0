package health.backstep.plan.regression;

import health.backstep.plan.course.Change;
import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.Regression;
import health.backstep.plan.course.Training;
import health.backstep.plan.course.Usual;
import health.backstep.plan.course.VersionKind;
import health.backstep.plan.decision.Decision;
import health.backstep.plan.decision.Effect;
import health.backstep.plan.history.PlanEvent.FlareSettled;
import health.backstep.plan.routine.Routine;
import health.backstep.rules.RuleSet;
import java.util.List;
import java.util.Optional;

/**
 * What happens to a step back when its flare has settled: RG-TEMP, and what keeps it from coming
 * undone.
 */
public final class Restoring {

  private final SteppingBack stepping;
  private final RuleSet rules;
  private final Recurrence recurrence;

  public Restoring(SteppingBack stepping, RuleSet rules) {
    this.stepping = stepping;
    this.rules = rules;
    this.recurrence = new Recurrence(rules);
  }

  public Change onSettled(PlanState state, FlareSettled settled) {
    Optional<Regression> regression =
        state.training().regression().filter(r -> r.flareId().equals(settled.flareId()));
    if (regression.isEmpty() || state.training().inReview()) {
      return Change.none(state);
    }
    if (state.training().rescreen()) {
      return Change.of(
          state,
          VersionKind.GENERATED,
          List.of(Decision.by(rules.rule("RF-RESCREEN"), Effect.SAFETY_QUESTIONS_ASKED)));
    }
    return regression.get().stays() || recurrence.isLong(regression.get(), settled.settledAt())
        ? keep(state, regression.get())
        : restore(state, regression.get());
  }

  /** The plan from before the flare, but for what has been excluded meanwhile. */
  public Change restored(PlanState state, Regression regression) {
    StepBack back = stepping.withoutExcluded(StepBack.none(regression.usual().routine()), state);
    Usual usual = new Usual(back.routine(), regression.usual().sessionsPerWeek(), state.learned());
    Training training = state.training().restored(usual, state.learned());
    return Change.of(state.with(training), VersionKind.RESTORED, back.decisions());
  }

  private Change restore(PlanState state, Regression regression) {
    return restored(state, regression)
        .after(Decision.by(rules.rule("RG-TEMP"), Effect.PLAN_RESTORED));
  }

  private Change keep(PlanState state, Regression regression) {
    Routine routine = state.training().routine();
    List<String> swappedOut =
        regression.provoking().stream().filter(id -> !routine.has(id)).sorted().toList();
    PlanState kept =
        state
            .with(state.learned().excluding(swappedOut))
            .with(state.training().keeping(regression));
    return Change.of(
        kept,
        VersionKind.GENERATED,
        List.of(Decision.by(rules.rule("RG-REPEAT"), Effect.LEVEL_KEPT)));
  }
}
