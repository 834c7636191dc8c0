package health.backstep.session.pain;

import java.time.Instant;
import java.util.Objects;

/**
 * What is normal for this patient: the 7-day average of the latest assessment.
 *
 * @param pain 0-10
 * @param assessedAt keeps an assessment that arrives late from replacing a newer one
 */
public record Baseline(int pain, Instant assessedAt) {

  public Baseline {
    PainScale.require(pain, "pain");
    Objects.requireNonNull(assessedAt, "assessedAt");
  }
}
