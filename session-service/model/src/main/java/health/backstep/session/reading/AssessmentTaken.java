package health.backstep.session.reading;

import health.backstep.session.pain.PainScale;
import java.time.Instant;
import java.util.Objects;

/**
 * A new assessment: it sets the baseline and settles an open flare.
 *
 * @param average7d the patient's average pain of the last 7 days, 0-10
 */
public record AssessmentTaken(Instant assessedAt, int average7d) {

  public AssessmentTaken {
    Objects.requireNonNull(assessedAt, "assessedAt");
    PainScale.require(average7d, "average7d");
  }
}
