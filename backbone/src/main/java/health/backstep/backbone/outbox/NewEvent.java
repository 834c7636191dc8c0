package health.backstep.backbone.outbox;

import health.backstep.backbone.event.Cause;
import java.time.Instant;
import java.util.UUID;

/**
 * An event to be published when the running transaction commits.
 *
 * @param id from {@link health.backstep.backbone.event.Uuid7}
 * @param topic where it goes
 * @param type name and version
 * @param patientId subject and record key
 * @param time when it was decided
 * @param cause what led to it
 * @param data the payload, written as JSON
 */
record NewEvent(
    UUID id, String topic, String type, UUID patientId, Instant time, Cause cause, Object data) {}
