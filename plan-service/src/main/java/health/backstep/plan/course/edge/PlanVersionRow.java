package health.backstep.plan.course.edge;

import health.backstep.plan.course.VersionKind;
import health.backstep.plan.gate.Status;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A plan version as stored; the document is what callers get, as it stands. */
@Entity
@Table(name = "plan_version")
@IdClass(PlanVersionRow.Key.class)
class PlanVersionRow {

  record Key(UUID patientId, int version) {}

  @TenantId String tenant;
  @Id UUID patientId;
  @Id int version;

  @Enumerated(EnumType.STRING)
  VersionKind kind;

  @Enumerated(EnumType.STRING)
  Status status;

  String digest;
  UUID causeEventId;
  Instant createdAt;
  String document;
}
