package health.backstep.session.course.edge;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The stored episodes of the running tenant. */
@ApplicationScoped
class FlareRows implements PanacheRepositoryBase<FlareRow, UUID> {

  List<FlareRow> page(UUID patientId, UUID before, int limit) {
    return find("patientId = ?1 and id < ?2 order by id desc", patientId, before)
        .page(0, limit)
        .list();
  }
}
