package health.backstep.profile.assessment.edge;

import health.backstep.profile.outcome.QuestionnaireScores;
import health.backstep.profile.outcome.ScoredAssessment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What was measured at each assessment, scored from the answers as they were stored (PROM). */
@ApplicationScoped
public class ScoredAssessments {

  private final AssessmentRows rows;
  private final QuestionnaireScores scores;

  ScoredAssessments(AssessmentRows rows, QuestionnaireScores scores) {
    this.rows = rows;
    this.scores = scores;
  }

  /** In the order in which the assessments were made. */
  public List<ScoredAssessment> oldestFirst(UUID patientId) {
    return rows.oldestFirst(patientId).stream().map(this::scored).toList();
  }

  private ScoredAssessment scored(AssessmentRow row) {
    return new ScoredAssessment(
        row.id, row.assessedAt, scores.withPain(row.average7d, row.request.toQuestionnaires()));
  }
}
