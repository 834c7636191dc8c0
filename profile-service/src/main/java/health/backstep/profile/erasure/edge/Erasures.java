package health.backstep.profile.erasure.edge;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** The stored erasures of the running tenant. */
@ApplicationScoped
class Erasures implements PanacheRepositoryBase<ErasureRow, UUID> {

  Optional<ErasureRow> ofPatient(UUID patientId) {
    return find("patientId", patientId).firstResultOptional();
  }

  /** Locked until the transaction ends, so that of two confirmations one is the last. */
  Optional<ErasureRow> lock(UUID erasureId) {
    return findByIdOptional(erasureId, LockModeType.PESSIMISTIC_WRITE);
  }
}
