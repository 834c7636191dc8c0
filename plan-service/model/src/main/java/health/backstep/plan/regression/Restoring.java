package health.backstep.plan.regression;

import health.backstep.plan.course.Change;
import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.Regression;
import health.backstep.plan.course.Training;
import health.backstep.plan.course.VersionKind;
import health.backstep.plan.decision.Decision;
import health.backstep.plan.decision.Effect;
import health.backstep.plan.history.PlanEvent.FlareSettled;
import health.backstep.plan.routine.Item;
import health.backstep.plan.routine.Needs;
import health.backstep.plan.routine.Routine;
import health.backstep.plan.routine.RoutineBuilder;
import health.backstep.rules.RuleSet;
import java.util.List;
import java.util.Optional;

/**
 * What happens to a step back when its flare has settled: RG-TEMP, and what keeps it from coming
 * undone.
 */
public final class Restoring {

  private final RoutineBuilder builder;
  private final RuleSet rules;

  public Restoring(RoutineBuilder builder, RuleSet rules) {
    this.builder = builder;
    this.rules = rules;
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
    return regression.get().stays()
        ? keep(state, regression.get())
        : restore(state, regression.get());
  }

  /** The plan from before the flare, but for what has been excluded meanwhile. */
  public PlanState restored(PlanState state, Regression regression) {
    Training training =
        state
            .training()
            .routine(allowed(regression.before(), state.needs()))
            .sessionsPerWeek(regression.sessionsBefore())
            .notRegressed();
    return state.with(training);
  }

  private Change restore(PlanState state, Regression regression) {
    return Change.of(
        restored(state, regression),
        VersionKind.RESTORED,
        List.of(Decision.by(rules.rule("RG-TEMP"), Effect.PLAN_RESTORED)));
  }

  private Change keep(PlanState state, Regression regression) {
    Routine routine = state.training().routine();
    List<String> swappedOut =
        regression.provoking().stream().filter(id -> !routine.has(id)).sorted().toList();
    PlanState kept =
        state.with(state.learned().excluding(swappedOut)).with(state.training().notRegressed());
    return Change.of(
        kept,
        VersionKind.GENERATED,
        List.of(Decision.by(rules.rule("RG-REPEAT"), Effect.LEVEL_KEPT)));
  }

  private Routine allowed(Routine routine, Needs needs) {
    Routine allowed = routine;
    for (Item item : routine.items()) {
      if (!builder.eligibility().allows(item.exercise(), needs)) {
        Optional<Item> other = builder.substitute(item, allowed, needs);
        allowed =
            other.isPresent()
                ? allowed.replace(item.exerciseId(), other.get())
                : allowed.without(item.exerciseId());
      }
    }
    return allowed;
  }
}
