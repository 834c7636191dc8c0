package health.backstep.session.course.edge;

import java.time.Instant;
import java.util.UUID;

/** Payload of {@code pt.session.pain-flare-settled.v1}. */
record PainFlareSettled(UUID patientId, UUID flareId, Instant settledAt) {

  static final String TYPE = "pt.session.pain-flare-settled.v1";
}
