package health.backstep.stack.bench;

/**
 * One round at a size.
 *
 * @param commitsPerSecond floor D
 * @param sessions at a quarter of the most
 * @param reads of plans at a quarter of the most
 */
record GrowthRound(
    double commitsPerSecond,
    double sessionsPerSecond,
    double readsPerSecond,
    PacedLoad.Result sessions,
    PacedLoad.Result reads,
    FlareLoad.Result flares) {}
