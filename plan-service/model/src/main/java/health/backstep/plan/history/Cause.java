package health.backstep.plan.history;

import java.time.Instant;
import java.util.UUID;

/**
 * The event behind a change.
 *
 * @param eventId of the event
 * @param type name and version
 * @param occurredAt when it was decided where it came from
 */
public record Cause(UUID eventId, String type, Instant occurredAt) {}
