package health.backstep.session.course.edge;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;

/** A patient's course as stored. */
@Entity
@Table(name = "patient_course")
class CourseRow {

  @TenantId String tenant;
  @Id UUID patientId;

  @JdbcTypeCode(SqlTypes.JSON)
  CourseDocument course;
}
