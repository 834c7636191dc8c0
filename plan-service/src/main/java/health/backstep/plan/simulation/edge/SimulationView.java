package health.backstep.plan.simulation.edge;

import health.backstep.plan.course.edge.PlanView;
import java.util.List;

/**
 * What a history would come to.
 *
 * @param versions of the plan, oldest first, each as it would be read
 * @param events what each record was read as, in the order of their times
 */
public record SimulationView(
    String rulesetVersion, List<PlanView> versions, List<RecordView> events) {}
