package health.backstep.profile.assessment.wire;

import health.backstep.profile.assessment.ActivityBefore;
import health.backstep.profile.assessment.Assessment;
import health.backstep.profile.assessment.Direction;
import health.backstep.profile.assessment.PainLocation;
import health.backstep.profile.assessment.PainQuality;
import health.backstep.profile.assessment.PainReport;
import health.backstep.profile.assessment.PainSource;
import health.backstep.profile.classification.Acuity;
import health.backstep.profile.classification.Bias;
import health.backstep.profile.classification.BiasConfidence;
import health.backstep.profile.classification.Classification;
import health.backstep.profile.classification.Fear;
import health.backstep.profile.classification.Irritability;
import health.backstep.profile.classification.RiskGroup;
import health.backstep.profile.classification.Stage;
import health.backstep.profile.screening.Triage;
import health.backstep.profile.screening.TriageOutcome;
import health.backstep.profile.screening.TriageReason;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payload of {@code pt.profile.assessment-completed.v1}. */
public record AssessmentCompleted(
    UUID patientId,
    UUID assessmentId,
    Instant assessedAt,
    Pain pain,
    TriageResult triage,
    Pattern classification,
    PainSource painSource,
    boolean adequateRest,
    ActivityBefore activityBefore) {

  public static final String TYPE = "pt.profile.assessment-completed.v1";

  record Pain(int now, int average7d, int worst24h, PainLocation location, PainQuality quality) {
    static Pain of(PainReport pain) {
      return new Pain(
          pain.now(), pain.average7d(), pain.worst24h(), pain.location(), pain.quality());
    }
  }

  record TriageResult(TriageOutcome outcome, List<String> rules) {
    static TriageResult of(Triage triage) {
      return new TriageResult(
          triage.outcome(), triage.reasons().stream().map(TriageReason::rule).toList());
    }
  }

  record Pattern(
      Acuity acuity,
      Irritability irritability,
      Bias bias,
      BiasConfidence biasConfidence,
      Set<Direction> forbiddenDirections,
      Stage stage,
      RiskGroup riskGroup,
      @Nullable Integer odiPercent,
      Fear fear) {
    static Pattern of(Classification classification) {
      return new Pattern(
          classification.acuity(),
          classification.irritability(),
          classification.bias(),
          classification.biasConfidence(),
          classification.forbiddenDirections(),
          classification.stage(),
          classification.riskGroup(),
          classification.odiPercent().orElse(null),
          classification.fear());
    }
  }

  public static AssessmentCompleted of(
      UUID patientId,
      UUID assessmentId,
      Assessment assessment,
      Triage triage,
      Classification classification) {
    return new AssessmentCompleted(
        patientId,
        assessmentId,
        assessment.assessedAt(),
        Pain.of(assessment.pain()),
        TriageResult.of(triage),
        Pattern.of(classification),
        assessment.painSource(),
        assessment.adequateRest(),
        assessment.activityBefore());
  }
}
