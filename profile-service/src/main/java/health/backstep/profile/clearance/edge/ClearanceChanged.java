package health.backstep.profile.clearance.edge;

import health.backstep.profile.clearance.Clearance;
import health.backstep.profile.clearance.ClearanceStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payload of {@code pt.profile.clearance-changed.v1}. */
record ClearanceChanged(
    UUID patientId, ClearanceStatus status, boolean loading, @Nullable Instant validUntil) {

  static final String TYPE = "pt.profile.clearance-changed.v1";

  static ClearanceChanged of(UUID patientId, Clearance clearance) {
    return new ClearanceChanged(
        patientId, clearance.status(), clearance.loading(), clearance.validUntil().orElse(null));
  }
}
