package health.backstep.plan.regression;

import health.backstep.plan.course.PlanState;
import health.backstep.plan.history.PlanEvent.FlareReported;

/** Flares that were recorded against other exercises than those of now (RG-STALE). */
final class Lateness {

  private Lateness() {}

  static boolean isLate(PlanState state, FlareReported flare) {
    return flare.planVersion().filter(version -> version < state.told().since()).isPresent();
  }

  /** The plan has gone down at least as far as this flare asks for. */
  static boolean hasSteppedBackAsFar(PlanState state, FlareReported flare) {
    return state
        .training()
        .regression()
        .map(running -> running.severity().compareTo(flare.severity()) >= 0)
        .orElse(false);
  }
}
