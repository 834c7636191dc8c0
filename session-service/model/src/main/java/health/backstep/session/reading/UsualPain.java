package health.backstep.session.reading;

import health.backstep.rules.Rule;
import health.backstep.session.pain.PainReading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The pain that a rise is measured from (FL-1): the median of the last 7 days, or the baseline
 * until there are 3 readings. Readings of a flare that is open do not make it usual: otherwise a
 * pain that creeps up would never count as worse.
 *
 * @param pain 0-10; a half when the median falls between two readings
 */
public record UsualPain(double pain) {

  /**
   * The usual pain at that time.
   *
   * @param fl1 names {@code medianDays} and {@code medianReadings}
   * @return empty while there are too few readings and no baseline
   */
  public static Optional<UsualPain> at(Instant at, CourseState state, Rule fl1) {
    return median(at, state.readingsBeforeFlare(), fl1)
        .or(() -> state.baseline().map(baseline -> new UsualPain(baseline.pain())));
  }

  /** The median of the 7 days before that time; empty while there are fewer than 3 readings. */
  public static Optional<UsualPain> median(Instant at, List<PainReading> readings, Rule fl1) {
    Instant from = at.minus(Duration.ofDays(fl1.threshold("medianDays")));
    List<Integer> recent =
        readings.stream()
            .filter(reading -> !reading.at().isBefore(from) && !reading.at().isAfter(at))
            .map(PainReading::pain)
            .sorted()
            .toList();
    return recent.size() >= fl1.threshold("medianReadings")
        ? Optional.of(new UsualPain(median(recent)))
        : Optional.empty();
  }

  /** How many points a pain lies above the usual; 0 when it does not. */
  public double riseTo(int worse) {
    return Math.max(0, worse - pain);
  }

  private static double median(List<Integer> sorted) {
    int size = sorted.size();
    return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2.0;
  }
}
