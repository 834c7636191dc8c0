package health.backstep.session.flare.wire;

import java.time.Instant;
import java.util.UUID;

/** Payload of {@code pt.session.pain-flare-settled.v1}. */
public record PainFlareSettled(UUID patientId, UUID flareId, Instant settledAt) {

  public static final String TYPE = "pt.session.pain-flare-settled.v1";
}
