package health.backstep.safety.run;

import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.history.PlanEvent;
import java.util.Optional;

/** One event of a run and what came of it. */
public record RunStep(
    PlanEvent event, PlanState before, PlanState after, Optional<PlanVersion> version) {

  /** The plan that the patient sees after it, if it shows exercises. */
  public Optional<PlanVersion> shown() {
    return after.current().filter(plan -> plan.status().showsExercises());
  }

  /** The plan that the patient saw before it, if it showed exercises. */
  public Optional<PlanVersion> shownBefore() {
    return before.current().filter(plan -> plan.status().showsExercises());
  }
}
