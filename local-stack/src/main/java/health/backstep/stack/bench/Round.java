package health.backstep.stack.bench;

import java.time.Duration;

/**
 * One round: the floors, then the product.
 *
 * @param caughtUp how long the other services needed for the sessions' events afterwards
 */
record Round(
    double commitsPerSecond,
    Latencies kafka,
    Latencies commitKafkaCommit,
    double sessionsPerSecond,
    Duration caughtUp,
    FlareLoad.Result flares) {}
