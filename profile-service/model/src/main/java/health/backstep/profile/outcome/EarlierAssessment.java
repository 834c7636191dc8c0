package health.backstep.profile.outcome;

import health.backstep.profile.Invariant;
import health.backstep.profile.assessment.PainReport;
import health.backstep.profile.assessment.RmdqAnswers;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a later assessment is compared with.
 *
 * @param average7d mean pain of the week before it, 0-10
 * @param odi Oswestry score in percent, 0-100, if it was scored
 * @param rmdq Roland-Morris score, 0-24, if it was scored
 */
public record EarlierAssessment(
    Instant assessedAt, int average7d, Optional<Integer> odi, Optional<Integer> rmdq) {

  public EarlierAssessment {
    Objects.requireNonNull(assessedAt, "earlier.assessedAt");
    Invariant.within("earlier.average7d", average7d, 0, PainReport.MOST_PAIN);
    odi.ifPresent(percent -> Invariant.within("earlier.odi", percent, 0, 100));
    rmdq.ifPresent(points -> Invariant.within("earlier.rmdq", points, 0, RmdqAnswers.ITEMS));
  }

  /** One at which the Roland-Morris questionnaire was not asked. */
  public EarlierAssessment(Instant assessedAt, int average7d, Optional<Integer> odi) {
    this(assessedAt, average7d, odi, Optional.empty());
  }
}
