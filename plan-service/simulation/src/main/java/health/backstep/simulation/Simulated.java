package health.backstep.simulation;

import health.backstep.plan.course.PlanVersion;
import java.util.List;

/**
 * What a history comes to.
 *
 * @param versions of the plan, oldest first
 * @param records in the order in which they were read
 */
public record Simulated(
    String rulesetVersion, List<PlanVersion> versions, List<ReadRecord> records) {}
