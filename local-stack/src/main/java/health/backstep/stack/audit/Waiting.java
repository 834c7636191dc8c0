package health.backstep.stack.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Lines that have no place in a chain yet.
 *
 * @param since the time of the oldest; empty when there are none
 */
public record Waiting(long lines, Optional<Instant> since) {}
