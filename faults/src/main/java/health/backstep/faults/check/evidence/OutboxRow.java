package health.backstep.faults.check.evidence;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that a service decided.
 *
 * @param key of the record: the patient
 * @param sequence null for a dead letter
 * @param type empty for a dead letter whose type cannot be read
 * @param causationId what led to it, empty when it is not told
 * @param told what of the payload an invariant asks for
 */
public record OutboxRow(
    String tenant,
    long position,
    UUID eventId,
    String topic,
    String key,
    @Nullable Long sequence,
    String type,
    String causationId,
    boolean sent,
    Told told) {}
