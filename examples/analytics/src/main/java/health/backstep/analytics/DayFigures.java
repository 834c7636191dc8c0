package health.backstep.analytics;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/**
 * The figures of one day.
 *
 * @param asked sessions that the plans in force asked for on this day, in parts of a session
 */
record DayFigures(LocalDate day, Map<Count, Integer> counts, double asked) {

  int count(Count what) {
    return counts.getOrDefault(what, 0);
  }

  /** Both together. */
  DayFigures plus(DayFigures other) {
    Map<Count, Integer> sum = new EnumMap<>(Count.class);
    sum.putAll(counts);
    other.counts.forEach((what, count) -> sum.merge(what, count, Integer::sum));
    return new DayFigures(day, sum, asked + other.asked);
  }
}
