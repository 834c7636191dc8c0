package health.backstep.plan.webhook.edge;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The signing secrets of the running tenant's endpoints. */
@ApplicationScoped
class SecretRows implements PanacheRepositoryBase<SecretRow, UUID> {

  /** Those that sign, newest first. */
  List<SecretRow> signing(UUID endpointId, Instant at) {
    return list(
        "endpointId = ?1 and (expiresAt is null or expiresAt > ?2) order by id desc",
        endpointId,
        at);
  }
}
