package health.backstep.backbone.inbox;

import health.backstep.backbone.event.EventEnvelope;
import java.util.UUID;

/** The events of one source about one patient: what a sequence counts. */
record EventStream(String tenant, String source, UUID patientId) {

  static EventStream of(EventEnvelope event) {
    return new EventStream(event.tenant(), event.source(), event.patientId());
  }
}
