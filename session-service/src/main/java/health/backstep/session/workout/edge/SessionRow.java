package health.backstep.session.workout.edge;

import health.backstep.session.workout.wire.SessionRequest;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;

/** A session as stored: what was sent and what it came to. */
@Entity
@Table(name = "session")
class SessionRow {

  @TenantId String tenant;
  @Id UUID id;
  UUID patientId;
  Instant startedAt;

  @JdbcTypeCode(SqlTypes.JSON)
  SessionRequest request;

  @JdbcTypeCode(SqlTypes.JSON)
  SessionAnswer answer;
}
