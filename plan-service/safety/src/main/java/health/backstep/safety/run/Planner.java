package health.backstep.safety.run;

import health.backstep.plan.course.PlanState;
import health.backstep.plan.fold.Step;
import health.backstep.plan.history.PlanEvent;

/** What makes plans of events: the fold itself, or one with a fault planted into it. */
@FunctionalInterface
public interface Planner {

  Step apply(PlanState state, PlanEvent event);
}
