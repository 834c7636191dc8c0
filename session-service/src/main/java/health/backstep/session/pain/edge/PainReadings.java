package health.backstep.session.pain.edge;

import health.backstep.backbone.event.Uuid7;
import health.backstep.session.pain.Origin;
import health.backstep.session.pain.PainReading;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** All pain numbers of the running tenant's patients. */
@ApplicationScoped
public class PainReadings implements PanacheRepositoryBase<PainReadingRow, UUID> {

  public void note(UUID patientId, Instant at, int pain, Origin origin) {
    PainReadingRow row = new PainReadingRow();
    row.id = Uuid7.next();
    row.patientId = patientId;
    row.at = at;
    row.pain = pain;
    row.origin = origin;
    persist(row);
  }

  /** Oldest first. */
  public List<PainReading> since(UUID patientId, Instant from) {
    return find("patientId = ?1 and at >= ?2 order by at, id", patientId, from).stream()
        .map(row -> new PainReading(row.at, row.pain, row.origin))
        .toList();
  }
}
