package health.backstep.profile.assessment.edge;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The stored assessments of the running tenant. */
@ApplicationScoped
class AssessmentRows implements PanacheRepositoryBase<AssessmentRow, UUID> {

  /** The latest one made at least so long before the time. */
  Optional<AssessmentRow> latestBefore(UUID patientId, Instant time, Duration atLeast) {
    return find(
            "patientId = ?1 and assessedAt <= ?2 order by assessedAt desc",
            patientId,
            time.minus(atLeast))
        .firstResultOptional();
  }

  /** In the order in which the assessments were made, however late they were entered. */
  List<AssessmentRow> oldestFirst(UUID patientId) {
    return list("patientId = ?1 order by assessedAt, id", patientId);
  }

  /** Newest first, those before an id. */
  List<AssessmentRow> page(UUID patientId, UUID before, int limit) {
    return find("patientId = ?1 and id < ?2 order by id desc", patientId, before)
        .page(0, limit)
        .list();
  }

  /** The one that was entered last. */
  Optional<AssessmentRow> latest(UUID patientId) {
    return find("patientId = ?1 order by id desc", patientId).firstResultOptional();
  }
}
