package health.backstep.session.plan.edge;

import health.backstep.session.workout.Block;
import health.backstep.session.workout.PlanStatus;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A plan version as its event told of it. */
@Entity
@Table(name = "known_plan")
@IdClass(KnownPlanRow.Key.class)
class KnownPlanRow {

  /** A patient's plan versions are counted from 1. */
  record Key(UUID patientId, int version) {}

  /**
   * What is asked for; seconds per repetition are 0 for what is only held. What was stored before
   * blocks were told has none.
   */
  record ItemDocument(
      String exerciseId, int level, int sets, int reps, int secondsPerRep, @Nullable Block block) {}

  @TenantId String tenant;
  @Id UUID patientId;
  @Id int version;

  @Enumerated(EnumType.STRING)
  PlanStatus status;

  /** When the version was made; null, like what it asked for, when it was stored before that. */
  @Nullable Instant madeAt;

  @Nullable Integer sessionsPerWeek;
  @Nullable Instant restUntil;

  @JdbcTypeCode(SqlTypes.JSON)
  List<ItemDocument> items;
}
