package health.backstep.profile.outcome;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How a patient stood at one assessment, measure by measure, and how far they had come (OUT-1). */
public record Outcome(UUID assessmentId, Instant assessedAt, List<Standing> standings) {

  public Outcome {
    standings = List.copyOf(standings);
  }

  /**
   * One measure.
   *
   * @param sinceFirst empty at the first assessment that has it
   * @param sincePrevious against the last assessment before that has it; empty at the first
   */
  public record Standing(
      Score score, Optional<Comparison> sinceFirst, Optional<Comparison> sincePrevious) {}

  /**
   * A score against an earlier one.
   *
   * @param assessmentId the earlier assessment
   * @param value the earlier score
   * @param verdict empty when it cannot be told
   */
  public record Comparison(UUID assessmentId, BigDecimal value, Optional<Verdict> verdict) {}
}
