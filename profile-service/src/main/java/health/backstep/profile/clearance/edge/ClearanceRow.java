package health.backstep.profile.clearance.edge;

import health.backstep.profile.clearance.Clearance;
import health.backstep.profile.clearance.ClearanceStatus;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** The clearance on record. */
@Entity
@Table(name = "clearance")
class ClearanceRow {

  @TenantId String tenant;
  @Id UUID patientId;

  @Enumerated(EnumType.STRING)
  ClearanceStatus status;

  boolean loading;
  String givenBy;
  Instant validUntil;
  Instant recordedAt;
  @Version long version;

  void set(Clearance clearance) {
    status = clearance.status();
    loading = clearance.loading();
    givenBy = clearance.by();
    validUntil = clearance.validUntil().orElse(null);
    recordedAt = clearance.recordedAt();
  }

  Clearance toClearance() {
    return new Clearance(status, loading, givenBy, Optional.ofNullable(validUntil), recordedAt);
  }

  /** Counted from 1, as 0 stands for nothing on record. */
  long shownVersion() {
    return version + 1;
  }
}
