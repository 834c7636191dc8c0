package health.backstep.profile.assessment;

import health.backstep.profile.Invariant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The pain as the patient tells it, on the numeric rating scale from 0 to 10.
 *
 * @param now 0-10
 * @param average7d mean of the last seven days, 0-10; the baseline that later readings are held to
 * @param worst24h 0-10
 * @param onset the day on which this pain began
 * @param nightPain pain at night or at rest
 * @param settling how long it takes to settle after something stirred it up
 */
public record PainReport(
    int now,
    int average7d,
    int worst24h,
    PainLocation location,
    PainQuality quality,
    LocalDate onset,
    NightPain nightPain,
    Settling settling) {

  public static final int MOST_PAIN = 10;

  public PainReport {
    Invariant.within("pain.now", now, 0, MOST_PAIN);
    Invariant.within("pain.average7d", average7d, 0, MOST_PAIN);
    Invariant.within("pain.worst24h", worst24h, 0, MOST_PAIN);
    Objects.requireNonNull(location, "pain.location");
    Objects.requireNonNull(quality, "pain.quality");
    Objects.requireNonNull(onset, "pain.onset");
    Objects.requireNonNull(nightPain, "pain.nightPain");
    Objects.requireNonNull(settling, "pain.settling");
  }

  /**
   * The pain that classification goes by: the higher of now and the week's average, so that neither
   * a good hour nor a good week hides the other. The worst moment of a day is left out, because one
   * peak says little about what the back tolerates; how fast a peak settles is asked by itself.
   */
  public int prevailing() {
    return Math.max(now, average7d);
  }
}
