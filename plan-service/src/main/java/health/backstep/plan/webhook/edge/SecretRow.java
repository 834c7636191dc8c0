package health.backstep.plan.webhook.edge;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A signing secret as stored. */
@Entity
@Table(name = "webhook_secret")
class SecretRow {

  @TenantId String tenant;
  @Id UUID id;
  UUID endpointId;
  byte[] sealed;
  Instant createdAt;

  /** When it stops signing; null when it does not. */
  Instant expiresAt;
}
