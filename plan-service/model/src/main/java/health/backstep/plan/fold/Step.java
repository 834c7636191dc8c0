package health.backstep.plan.fold;

import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.PlanVersion;
import java.util.Optional;

/**
 * One event applied.
 *
 * @param state after it
 * @param version the plan version that it made, if it made one
 */
public record Step(PlanState state, Optional<PlanVersion> version) {}
