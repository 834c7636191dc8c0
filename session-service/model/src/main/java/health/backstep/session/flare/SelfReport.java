package health.backstep.session.flare;

import health.backstep.session.pain.PainScale;
import health.backstep.session.pain.PainSigns;
import health.backstep.session.redflag.RedFlagAnswers;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A flare in the patient's own words. Whether it is one, FL-1, FL-2, FL-3 and SO-2 decide.
 *
 * @param pain 0-10
 * @param lasted how long the pain has been there; empty when it was not said
 * @param trigger id of the exercise that the patient holds responsible
 */
public record SelfReport(
    Instant at,
    int pain,
    Optional<Duration> lasted,
    boolean hardToTolerate,
    boolean activitiesLimited,
    boolean worried,
    PainSigns signs,
    Optional<String> trigger,
    RedFlagAnswers redFlags) {

  public SelfReport {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(lasted, "lasted");
    Objects.requireNonNull(signs, "signs");
    Objects.requireNonNull(trigger, "trigger");
    Objects.requireNonNull(redFlags, "redFlags");
    PainScale.require(pain, "pain");
  }

  /** FL-2: the flare is hard to tolerate, limits activities or worries. */
  public boolean hasImpact() {
    return hardToTolerate || activitiesLimited || worried;
  }

  /**
   * FL-SEV asks whether usual activities are impossible, which no single question does. Our
   * reading: the pain is hard to tolerate and it limits activities.
   */
  public boolean usualActivitiesImpossible() {
    return hardToTolerate && activitiesLimited;
  }
}
