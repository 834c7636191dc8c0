package health.backstep.session.course.edge;

import health.backstep.session.flare.Severity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** An episode as stored. */
@Entity
@Table(name = "flare")
class FlareRow {

  @TenantId String tenant;
  @Id UUID id;
  UUID patientId;
  Instant openedAt;
  Instant lastReportAt;

  @Enumerated(EnumType.STRING)
  Severity severity;

  int reports;
  Instant settledAt;
}
