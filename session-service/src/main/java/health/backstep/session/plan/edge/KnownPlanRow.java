package health.backstep.session.plan.edge;

import health.backstep.session.workout.PlanStatus;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;

/** A plan version as its event told of it. */
@Entity
@Table(name = "known_plan")
@IdClass(KnownPlanRow.Key.class)
class KnownPlanRow {

  /** A patient's plan versions are counted from 1. */
  record Key(UUID patientId, int version) {}

  /** What is asked for; seconds per repetition are 0 for what is only held. */
  record ItemDocument(String exerciseId, int level, int sets, int reps, int secondsPerRep) {}

  @TenantId String tenant;
  @Id UUID patientId;
  @Id int version;

  @Enumerated(EnumType.STRING)
  PlanStatus status;

  @JdbcTypeCode(SqlTypes.JSON)
  List<ItemDocument> items;
}
