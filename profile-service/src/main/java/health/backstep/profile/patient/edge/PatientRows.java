package health.backstep.profile.patient.edge;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The stored patients of the running tenant. */
@ApplicationScoped
class PatientRows implements PanacheRepositoryBase<PatientRow, UUID> {

  Optional<PatientRow> findByExternalId(String externalId) {
    return find("externalId", externalId).firstResultOptional();
  }
}
