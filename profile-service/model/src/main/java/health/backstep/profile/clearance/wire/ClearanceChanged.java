package health.backstep.profile.clearance.wire;

import health.backstep.profile.clearance.Clearance;
import health.backstep.profile.clearance.ClearanceStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payload of {@code pt.profile.clearance-changed.v1}. */
public record ClearanceChanged(
    UUID patientId, ClearanceStatus status, boolean loading, @Nullable Instant validUntil) {

  public static final String TYPE = "pt.profile.clearance-changed.v1";

  public static ClearanceChanged of(UUID patientId, Clearance clearance) {
    return new ClearanceChanged(
        patientId, clearance.status(), clearance.loading(), clearance.validUntil().orElse(null));
  }
}
