package health.backstep.plan.regression;

import health.backstep.plan.course.Change;
import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.StepDown;
import health.backstep.plan.course.Training;
import health.backstep.plan.course.VersionKind;
import health.backstep.plan.history.PlanEvent.SessionRecorded;

/** What soreness that does not warm away does to a plan (SO-3): days off, and an easier level. */
public final class Sparing {

  private final SteppingBack stepping;

  public Sparing(SteppingBack stepping) {
    this.stepping = stepping;
  }

  /** Within a flare the easier level lasts as long as the flare, otherwise until it is earned. */
  public Change onSession(PlanState state, SessionRecorded session) {
    if (!state.isAssessed()) {
      return Change.none(state);
    }
    Training training = state.training();
    StepDown.OfSoreness down = new StepDown.OfSoreness(session);
    StepBack step = stepping.take(StepBack.none(training.routine()), down, state);
    Training spared =
        training
            .regression()
            .map(running -> training.regression(running.sore(down)))
            .orElseGet(() -> training.keepingSore(down))
            .routine(step.routine())
            .streak(training.streak().broken())
            .restingUntil(session.endedAt().plus(step.rest()));
    return Change.of(state.with(spared), VersionKind.GENERATED, step.decisions());
  }
}
