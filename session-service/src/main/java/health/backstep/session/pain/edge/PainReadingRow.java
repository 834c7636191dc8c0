package health.backstep.session.pain.edge;

import health.backstep.session.pain.Origin;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** One pain number as stored. */
@Entity
@Table(name = "pain_reading")
class PainReadingRow {

  @TenantId String tenant;
  @Id UUID id;
  UUID patientId;
  Instant at;
  int pain;

  @Enumerated(EnumType.STRING)
  Origin origin;
}
