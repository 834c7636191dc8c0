package health.backstep.stack.bench;

import java.time.Duration;

/**
 * One round: the floors, then the product.
 *
 * @param commitsPerSecond floor D
 * @param commitKafkaCommit floor F, while the flares came
 * @param caughtUp how long the other services needed for the sessions' events afterwards
 * @param bareReadsPerSecond the floor of plan reads
 */
record Round(
    double commitsPerSecond,
    Latencies kafka,
    Latencies commitKafkaCommit,
    double sessionsPerSecond,
    Duration caughtUp,
    double batchRowsPerSecond,
    double planReadsPerSecond,
    double bareReadsPerSecond,
    Rush.Result rush,
    FlareLoad.Result flares) {}
