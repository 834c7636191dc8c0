package health.backstep.plan.replay;

import health.backstep.plan.history.Cause;
import java.util.List;
import java.util.Set;

/**
 * What one event gave under two rule sets, when that is not the same.
 *
 * @param version the number of the plan version, under the old rule set where it makes one
 * @param rules whose decisions differ; none when the difference follows from an earlier one
 * @param seen what the patient sees differ, one line each; none when only the reasons differ
 */
public record Contrast(int version, Cause cause, Set<String> rules, List<String> seen) {}
