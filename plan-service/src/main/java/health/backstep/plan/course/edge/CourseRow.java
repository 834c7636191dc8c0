package health.backstep.plan.course.edge;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** How far a patient's history has been folded. */
@Entity
@Table(name = "patient_course")
class CourseRow {

  @TenantId String tenant;
  @Id UUID patientId;
  int lastOrdinal;
  UUID lastEventId;
  int version;

  /** When the clearance in force runs out; null when it does not. */
  Instant clearanceEnds;
}
