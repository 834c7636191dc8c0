package health.backstep.session.checkin.edge;

import health.backstep.session.checkin.wire.CheckInRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A check-in as stored: what was sent and what it came to. */
@Entity
@Table(name = "check_in")
class CheckInRow {

  @TenantId String tenant;
  @Id UUID id;
  UUID patientId;
  @Nullable UUID sessionId;
  Instant at;

  @JdbcTypeCode(SqlTypes.JSON)
  CheckInRequest request;

  @JdbcTypeCode(SqlTypes.JSON)
  CheckInAnswer answer;

  /** The stored check-ins of the running tenant. */
  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<CheckInRow, UUID> {}
}
