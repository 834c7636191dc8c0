package health.backstep.profile.edge;

import health.backstep.backbone.event.CloudEventHeaders;
import health.backstep.backbone.event.EventEnvelope;
import health.backstep.backbone.testing.Wire;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What session-service would send. */
final class SessionEvents {

  static final String TOPIC = "pt.session.events.v1";
  static final String DEAD_LETTERS = "pt.session.events.dlq.v1";

  private SessionEvents() {}

  static EventEnvelope redFlag(String tenant, UUID patient, long sequence) {
    return redFlag(
        tenant,
        patient,
        sequence,
        """
        {"patientId": "%s", "raisedAt": "2026-11-20T09:00:00Z", "urgency": "EMERGENCY",
         "origin": "SESSION", "flags": ["SADDLE_NUMBNESS"]}
        """
            .formatted(patient));
  }

  static EventEnvelope redFlag(String tenant, UUID patient, long sequence, String json) {
    return Wire.event(
        "/session-service", "pt.session.red-flag-raised.v1", tenant, patient, sequence, json);
  }

  static EventEnvelope unknownType(String tenant, UUID patient, long sequence) {
    return Wire.event(
        "/session-service", "pt.session.of-a-later-version.v1", tenant, patient, sequence, "{}");
  }

  /** The headers that session-service's relay would write. */
  static Map<String, String> headers(EventEnvelope event) {
    Map<String, String> headers = new LinkedHashMap<>(CloudEventHeaders.write(event));
    headers.put(CloudEventHeaders.SEQUENCE, Long.toString(event.sequence()));
    return headers;
  }
}
