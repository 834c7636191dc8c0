package health.backstep.profile.erasure.edge;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** An erasure as stored. The patient's id is all that it has of the patient. */
@Entity
@Table(name = "erasure")
class ErasureRow {

  @TenantId String tenant;
  @Id UUID id;
  UUID patientId;
  Instant requestedAt;

  /** When the last service was done; null before. */
  @Nullable Instant completedAt;

  /** A compact JWS, there as soon as it is completed. */
  @Nullable String receipt;
}
