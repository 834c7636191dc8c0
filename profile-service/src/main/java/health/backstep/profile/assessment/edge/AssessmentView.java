package health.backstep.profile.assessment.edge;

import com.fasterxml.jackson.annotation.JsonProperty;
import health.backstep.profile.assessment.Direction;
import health.backstep.profile.classification.Acuity;
import health.backstep.profile.classification.Bias;
import health.backstep.profile.classification.BiasConfidence;
import health.backstep.profile.classification.Classification;
import health.backstep.profile.classification.DecidingRule;
import health.backstep.profile.classification.Fear;
import health.backstep.profile.classification.RiskGroup;
import health.backstep.profile.classification.Stage;
import health.backstep.profile.outcome.Measure;
import health.backstep.profile.outcome.Score;
import health.backstep.profile.redflag.Answer;
import health.backstep.profile.screening.Triage;
import health.backstep.profile.screening.TriageOutcome;
import health.backstep.profile.screening.TriageReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an assessment came to. */
public record AssessmentView(
    UUID assessmentId,
    @Nullable UUID eventId,
    Instant assessedAt,
    TriageView triage,
    ClassificationView classification,
    List<ScoreView> scores) {

  /** One that was stored before scores were shown has none. */
  public AssessmentView {
    scores = scores == null ? List.of() : List.copyOf(scores);
  }

  /** What a measure came to; a questionnaire with too few answers has no score (PROM). */
  @Schema(name = "AssessmentScore")
  public record ScoreView(Measure measure, BigDecimal value) {
    static ScoreView of(Score score) {
      return new ScoreView(score.measure(), score.value());
    }
  }

  /** Whether exercise may begin, and every rule that applied. */
  public record TriageView(
      TriageOutcome outcome, List<ReasonView> reasons, Answer inflammatoryPattern) {

    /** One that was stored before the question was asked is open. */
    public TriageView {
      inflammatoryPattern = inflammatoryPattern == null ? Answer.UNKNOWN : inflammatoryPattern;
    }

    static TriageView of(Triage triage) {
      return new TriageView(
          triage.outcome(),
          triage.reasons().stream().map(ReasonView::of).toList(),
          triage.inflammatoryPattern());
    }
  }

  /** A rule that applied, in words for the patient. */
  public record ReasonView(
      String rule,
      int ruleVersion,
      String text,
      String evidence,
      List<String> sources,
      List<String> flags) {
    static ReasonView of(TriageReason reason) {
      return new ReasonView(
          reason.rule(),
          reason.ruleVersion(),
          reason.text(),
          reason.evidence().label(),
          reason.sources(),
          reason.flags());
    }
  }

  /** Which pattern the pain has, and the rules that decided. */
  public record ClassificationView(
      Acuity acuity,
      health.backstep.profile.classification.Irritability irritability,
      Bias bias,
      BiasConfidence biasConfidence,
      Set<Direction> forbiddenDirections,
      boolean clinicianAdvised,
      Stage stage,
      RiskGroup riskGroup,
      @Nullable Integer odiPercent,
      Fear fear,
      @JsonProperty("rules") List<DecidingRule> decidedBy) {

    /** One that was stored before fear was asked does not know it. */
    public ClassificationView {
      fear = fear == null ? Fear.UNKNOWN : fear;
    }

    static ClassificationView of(Classification classification) {
      return new ClassificationView(
          classification.acuity(),
          classification.irritability(),
          classification.bias(),
          classification.biasConfidence(),
          classification.forbiddenDirections(),
          classification.preference().clinicianAdvised(),
          classification.stage(),
          classification.riskGroup(),
          classification.odiPercent().orElse(null),
          classification.fear(),
          classification.decidedBy());
    }
  }
}
