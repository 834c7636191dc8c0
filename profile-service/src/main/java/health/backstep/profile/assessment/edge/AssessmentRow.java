package health.backstep.profile.assessment.edge;

import health.backstep.profile.assessment.wire.AssessmentRequest;
import health.backstep.profile.outcome.EarlierAssessment;
import health.backstep.profile.outcome.RolandMorrisScore;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;

/**
 * An assessment as stored: what was sent, what it came to, and the numbers that are asked for
 * again.
 */
@Entity
@Table(name = "assessment")
class AssessmentRow {

  @TenantId String tenant;
  @Id UUID id;
  UUID patientId;
  Instant assessedAt;

  @Column(name = "average_7d")
  int average7d;

  Integer odiPercent;

  @JdbcTypeCode(SqlTypes.JSON)
  AssessmentRequest request;

  @JdbcTypeCode(SqlTypes.JSON)
  AssessmentView answer;

  EarlierAssessment toEarlier(RolandMorrisScore rolandMorris) {
    return new EarlierAssessment(
        assessedAt,
        average7d,
        Optional.ofNullable(odiPercent),
        request.toQuestionnaires().rmdq().flatMap(rolandMorris::of));
  }
}
