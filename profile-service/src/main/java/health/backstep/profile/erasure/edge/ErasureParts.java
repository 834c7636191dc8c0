package health.backstep.profile.erasure.edge;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What each service has to do for the running tenant's erasures. */
@ApplicationScoped
class ErasureParts implements PanacheRepositoryBase<ErasurePartRow, ErasurePartRow.Key> {

  /** Those of an erasure, in the order of the services' names. */
  List<ErasurePartRow> of(UUID erasureId) {
    return list("erasureId = ?1 order by service", erasureId);
  }
}
