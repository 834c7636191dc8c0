package health.backstep.plan.history;

/**
 * An event that was folded into a plan.
 *
 * @param rulesetVersion the rule set that was current when it was first folded; it is folded under
 *     that one ever after, so that a later rule set never changes the past
 */
public record FoldedEvent(PlanEvent event, String rulesetVersion) {}
