package health.backstep.faults.check.evidence;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * How much an instance had in use.
 *
 * @param residentBytes of its process; 0 when it did not run
 * @param liveHeapBytes after the last full collection, as far as the JVM tells
 * @param poolAwaiting requests that waited for a connection to the database
 * @param outboxPending events that were not sent yet
 */
public record Sample(
    Instant at,
    String instance,
    long residentBytes,
    OptionalDouble liveHeapBytes,
    OptionalDouble poolActive,
    OptionalDouble poolAwaiting,
    OptionalDouble outboxPending) {}
