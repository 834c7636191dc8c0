package health.backstep.stack.bench;

/**
 * A floor, then a backlog.
 *
 * @param commitsPerSecond floor D
 * @param events of sessions that had waited
 * @param eventsPerSecond that plan-service applied
 */
record BacklogRound(double commitsPerSecond, long events, double eventsPerSecond) {}
