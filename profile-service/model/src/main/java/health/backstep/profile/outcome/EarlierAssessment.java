package health.backstep.profile.outcome;

import health.backstep.profile.Invariant;
import health.backstep.profile.assessment.PainReport;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a later assessment is compared with.
 *
 * @param average7d mean pain of the week before it, 0-10
 * @param odi Oswestry score in percent, 0-100, if it was scored
 */
public record EarlierAssessment(Instant assessedAt, int average7d, Optional<Integer> odi) {

  public EarlierAssessment {
    Objects.requireNonNull(assessedAt, "earlier.assessedAt");
    Invariant.within("earlier.average7d", average7d, 0, PainReport.MOST_PAIN);
    odi.ifPresent(percent -> Invariant.within("earlier.odi", percent, 0, 100));
  }
}
