package health.backstep.plan.course;

import health.backstep.plan.routine.Routine;

/**
 * What a patient would do without the flare, and comes back to when it has settled (RG-TEMP).
 *
 * @param learned what was known before the flare taught more
 */
public record Usual(Routine routine, int sessionsPerWeek, Learned learned) {}
