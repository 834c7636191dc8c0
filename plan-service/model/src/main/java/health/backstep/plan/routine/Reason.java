package health.backstep.plan.routine;

import health.backstep.rules.Evidence;
import java.util.List;

/**
 * Why an exercise is in a plan as it is.
 *
 * @param rule id of the rule that put it there
 * @param text in words for the patient
 * @param sources ids of the statements and papers that it rests on; at least one
 * @param evidence how well it is founded
 */
public record Reason(
    String rule, int ruleVersion, String text, List<String> sources, Evidence evidence) {}
