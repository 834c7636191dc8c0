package health.backstep.profile.clearance.edge;

import health.backstep.profile.clearance.Clearance;
import health.backstep.profile.clearance.ClearanceStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The clearance on record; pending while there is none. */
public record ClearanceView(
    UUID patientId,
    ClearanceStatus status,
    boolean loading,
    @Nullable String by,
    @Nullable Instant validUntil,
    @Nullable Instant recordedAt) {

  static ClearanceView of(UUID patientId, Clearance clearance) {
    return new ClearanceView(
        patientId,
        clearance.status(),
        clearance.loading(),
        clearance.by(),
        clearance.validUntil().orElse(null),
        clearance.recordedAt());
  }

  static ClearanceView none(UUID patientId) {
    return new ClearanceView(patientId, ClearanceStatus.PENDING, false, null, null, null);
  }
}
