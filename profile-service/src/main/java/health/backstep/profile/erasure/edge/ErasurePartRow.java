package health.backstep.profile.erasure.edge;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** What one service has to do for an erasure. */
@Entity
@Table(name = "erasure_part")
@IdClass(ErasurePartRow.Key.class)
class ErasurePartRow {

  record Key(UUID erasureId, String service) {}

  @TenantId String tenant;
  @Id UUID erasureId;
  @Id String service;

  /** When the service had deleted its rows; null while it has not said so. */
  @Nullable Instant erasedAt;

  @Nullable Long removedRows;
}
