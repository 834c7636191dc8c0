package health.backstep.safety.run;

import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.history.PlanEvent;
import health.backstep.safety.history.Happening;
import java.util.List;

/**
 * A history that was run: its events and what they made of the plan, step by step.
 *
 * @param planner that ran it
 */
public record Run(List<Happening> happenings, List<RunStep> steps, Ground ground, Planner planner) {

  public List<PlanEvent> events() {
    return steps.stream().map(RunStep::event).toList();
  }

  public List<PlanVersion> versions() {
    return steps.stream().flatMap(step -> step.version().stream()).toList();
  }
}
