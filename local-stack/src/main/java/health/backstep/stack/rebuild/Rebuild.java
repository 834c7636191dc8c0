package health.backstep.stack.rebuild;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a topic has been sent again.
 *
 * @param sent rows that Kafka has acknowledged
 */
public record Rebuild(
    long sent, Instant requestedAt, String requestedBy, Optional<Instant> finishedAt) {}
