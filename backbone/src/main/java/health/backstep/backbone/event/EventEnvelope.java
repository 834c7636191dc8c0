package health.backstep.backbone.event;

import health.backstep.wire.EventPayload;
import health.backstep.wire.UnreadableEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as it travels: CloudEvents 1.0 attributes, Backstep's extensions, and the payload as it
 * stands on the wire.
 *
 * @param id the event's id, the same at every delivery
 * @param source the service that decided it, for example {@code /profile-service}
 * @param type name and version, for example {@code pt.profile.assessment-completed.v1}
 * @param time when it was decided
 * @param patientId the subject, a pseudonym
 * @param tenant the partner that the patient belongs to
 * @param sequence gap-free from 1 for each source and patient
 * @param cause what led to it
 * @param data the JSON payload
 */
public record EventEnvelope(
    UUID id,
    String source,
    String type,
    Instant time,
    UUID patientId,
    String tenant,
    long sequence,
    Cause cause,
    byte[] data) {

  /**
   * The payload as a record.
   *
   * @throws UnreadableEvent naming the place, never the value
   */
  public <T> T payload(Class<T> as) {
    return EventPayload.read(data, type, as);
  }

  /** The cause of whatever this event leads to, in the span that handles it. */
  public Cause asCause() {
    return new Cause(id, cause.correlationId(), TraceParent.current().orElse(cause.traceparent()));
  }
}
