package health.backstep.plan.course.edge;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The stored plan versions of the running tenant. */
@ApplicationScoped
class PlanVersionRows implements PanacheRepositoryBase<PlanVersionRow, PlanVersionRow.Key> {

  Optional<PlanVersionRow> latest(UUID patientId) {
    return find("patientId = ?1 order by version desc", patientId).firstResultOptional();
  }

  Optional<PlanVersionRow> version(UUID patientId, int version) {
    return findByIdOptional(new PlanVersionRow.Key(patientId, version));
  }

  /** Newest first, those before a version. */
  List<PlanVersionRow> page(UUID patientId, long before, int limit) {
    int below = Math.clamp(before, 0, Integer.MAX_VALUE);
    return find("patientId = ?1 and version < ?2 order by version desc", patientId, below)
        .page(0, limit)
        .list();
  }

  /** Those after a version up to and with another one, oldest first. */
  List<PlanVersionRow> since(UUID patientId, int after, int upTo) {
    return list(
        "patientId = ?1 and version > ?2 and version <= ?3 order by version",
        patientId,
        after,
        upTo);
  }
}
