package health.backstep.plan.regression;

import health.backstep.plan.course.Change;
import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.Training;
import health.backstep.plan.course.VersionKind;
import health.backstep.plan.decision.Decision;
import health.backstep.plan.decision.Effect;
import health.backstep.plan.history.PlanEvent.SessionRecorded;
import health.backstep.plan.routine.RoutineBuilder;
import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import java.time.Duration;

/** What soreness that does not warm away does to a plan (SO-3): days off, and an easier level. */
public final class Sparing {

  private final RoutineBuilder builder;
  private final Rule rule;

  public Sparing(RoutineBuilder builder, RuleSet rules) {
    this.builder = builder;
    this.rule = rules.rule("SO-3");
  }

  public Change onSession(PlanState state, SessionRecorded session) {
    Training training = state.training();
    if (!state.isAssessed()) {
      return Change.none(state);
    }
    Lowering lowering = new Lowering(builder, state.needs());
    StepBack step = StepBack.none(training.routine());
    for (String sore : session.sore()) {
      StepBack before = step;
      step =
          before
              .routine()
              .find(sore)
              .map(item -> lowering.levelDown(before, item, rule.threshold("levelsDown"), rule))
              .orElse(before);
    }
    int days = rule.threshold("daysOff");
    step = step.also(Decision.change(rule, Effect.RECOVERY_ADDED, null, null, days + " days off"));
    Training spared =
        training
            .routine(step.routine())
            .streak(training.streak().broken())
            .restingUntil(session.endedAt().plus(Duration.ofDays(days)));
    return Change.of(state.with(spared), VersionKind.GENERATED, step.decisions());
  }
}
