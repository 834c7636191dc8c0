package health.backstep.analytics;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Figures of consecutive days.
 *
 * @param tenant the partner that they belong to
 * @param days the same days in each series of a run, oldest first
 */
record Series(String tenant, List<DayFigures> days) {

  private static final int WEEK = 7;

  /** All partners together. */
  static Series sum(List<Series> all) {
    return all.stream().reduce(Series::plus).orElseGet(() -> new Series("all", List.of()));
  }

  /**
   * Sessions done for each 100 asked for in the seven days that end with this one; over a week,
   * because a plan asks by the week. Empty when nothing was asked for.
   */
  OptionalDouble adherencePercent(int index) {
    List<DayFigures> week = days.subList(Math.max(0, index - WEEK + 1), index + 1);
    double asked = week.stream().mapToDouble(DayFigures::asked).sum();
    int done = week.stream().mapToInt(day -> day.count(Count.SESSIONS)).sum();
    return asked > 0 ? OptionalDouble.of(100 * done / asked) : OptionalDouble.empty();
  }

  private Series plus(Series other) {
    return new Series(
        "all",
        IntStream.range(0, days.size())
            .mapToObj(index -> days.get(index).plus(other.days.get(index)))
            .toList());
  }
}
