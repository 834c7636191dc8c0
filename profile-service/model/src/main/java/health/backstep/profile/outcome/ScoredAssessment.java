package health.backstep.profile.outcome;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The scores of one assessment.
 *
 * @param scores one at most for each measure
 */
public record ScoredAssessment(UUID assessmentId, Instant assessedAt, List<Score> scores) {

  public ScoredAssessment {
    Objects.requireNonNull(assessmentId, "assessmentId");
    Objects.requireNonNull(assessedAt, "assessedAt");
    scores = List.copyOf(scores);
  }

  Optional<Score> of(Measure measure) {
    return scores.stream().filter(score -> score.measure() == measure).findFirst();
  }
}
