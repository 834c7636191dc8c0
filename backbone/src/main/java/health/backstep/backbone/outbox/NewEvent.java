package health.backstep.backbone.outbox;

import health.backstep.backbone.event.Cause;
import health.backstep.backbone.event.CloudEventHeaders;
import health.backstep.backbone.event.EventEnvelope;
import java.time.Instant;
import java.util.Map;
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
    UUID id, String topic, String type, UUID patientId, Instant time, Cause cause, Object data) {

  /** All headers but the sequence, which is given when the event is stored. */
  Map<String, String> headers(String source, String tenant) {
    return CloudEventHeaders.write(
        new EventEnvelope(id, source, type, time, patientId, tenant, 0, cause, new byte[0]));
  }
}
