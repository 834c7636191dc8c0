package health.backstep.backbone.sandbox;

import java.time.Instant;
import java.util.UUID;

/** Payload of {@code pt.profile.test-clock-set.v1}. */
public record TestClockSet(UUID patientId, Instant now) {

  public static final String TYPE = "pt.profile.test-clock-set.v1";
}
