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
 * @param activitiesImpossible the patient says that usual activities are impossible; false also
 *     when it was not asked
 * @param trigger id of the exercise that the patient holds responsible
 */
public record SelfReport(
    Instant at,
    int pain,
    Optional<Duration> lasted,
    boolean hardToTolerate,
    boolean activitiesLimited,
    boolean worried,
    boolean activitiesImpossible,
    PainSigns signs,
    Optional<String> trigger,
    RedFlagAnswers redFlags) {

  /** A report that was not asked whether usual activities are impossible. */
  public SelfReport(
      Instant at,
      int pain,
      Optional<Duration> lasted,
      boolean hardToTolerate,
      boolean activitiesLimited,
      boolean worried,
      PainSigns signs,
      Optional<String> trigger,
      RedFlagAnswers redFlags) {
    this(
        at,
        pain,
        lasted,
        hardToTolerate,
        activitiesLimited,
        worried,
        false,
        signs,
        trigger,
        redFlags);
  }

  public SelfReport {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(lasted, "lasted");
    Objects.requireNonNull(signs, "signs");
    Objects.requireNonNull(trigger, "trigger");
    Objects.requireNonNull(redFlags, "redFlags");
    PainScale.require(pain, "pain");
  }

  /** FL-2: the flare is hard to tolerate, limits activities or ends them, or worries. */
  public boolean hasImpact() {
    return hardToTolerate || activitiesLimited || activitiesImpossible || worried;
  }

  /**
   * FL-SEV: usual activities are impossible when the patient says so. Because that need not be
   * asked, a flare that is hard to tolerate and limits activities is carefully read as such too; a
   * "no" does not take that back.
   */
  public boolean usualActivitiesImpossible() {
    return activitiesImpossible || (hardToTolerate && activitiesLimited);
  }
}
