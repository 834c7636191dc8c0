package health.backstep.profile.outcome.edge;

import health.backstep.profile.outcome.Measure;
import health.backstep.profile.outcome.Outcome;
import health.backstep.profile.outcome.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a patient stood at one assessment: every measure that has a value there. */
public record OutcomeView(UUID assessmentId, Instant assessedAt, List<ScoreView> scores) {

  static OutcomeView of(Outcome outcome) {
    return new OutcomeView(
        outcome.assessmentId(),
        outcome.assessedAt(),
        outcome.standings().stream().map(ScoreView::of).toList());
  }

  /**
   * One measure.
   *
   * @param scaleMaximum upper end of the scale; the lower one is 0
   * @param lessIsBetter false where a higher number is the better one
   * @param sinceFirst null at the first assessment that has the measure
   * @param sincePrevious against the last one before that has it
   */
  @Schema(name = "OutcomeScore")
  public record ScoreView(
      Measure measure,
      BigDecimal value,
      int scaleMaximum,
      boolean lessIsBetter,
      @Nullable ChangeView sinceFirst,
      @Nullable ChangeView sincePrevious) {

    static ScoreView of(Outcome.Standing standing) {
      Measure measure = standing.score().measure();
      return new ScoreView(
          measure,
          standing.score().value(),
          measure.most(),
          measure.lessIsBetter(),
          standing.sinceFirst().map(ChangeView::of).orElse(null),
          standing.sincePrevious().map(ChangeView::of).orElse(null));
    }
  }

  /**
   * A change since an earlier assessment (OUT-1).
   *
   * @param assessmentId the earlier assessment
   * @param value the score there
   * @param verdict null when it cannot be told: other activities, or nothing to take a percentage
   *     of
   */
  public record ChangeView(UUID assessmentId, BigDecimal value, @Nullable Verdict verdict) {

    static ChangeView of(Outcome.Comparison comparison) {
      return new ChangeView(
          comparison.assessmentId(), comparison.value(), comparison.verdict().orElse(null));
    }
  }
}
