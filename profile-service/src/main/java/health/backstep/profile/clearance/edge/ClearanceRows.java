package health.backstep.profile.clearance.edge;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The stored clearances of the running tenant. */
@ApplicationScoped
class ClearanceRows implements PanacheRepositoryBase<ClearanceRow, UUID> {}
