package health.backstep.stack.rebuild;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a topic has been sent again.
 *
 * @param sent rows that Kafka has acknowledged, each counted once
 * @param refused rows that could not be sent again for a reason of their own
 */
public record Rebuild(
    long sent,
    long refused,
    Instant requestedAt,
    String requestedBy,
    Optional<Instant> finishedAt) {}
