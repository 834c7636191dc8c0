package health.backstep.analytics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which numbers of a stream have come, whatever the order. Neighbours are kept as one range, so a
 * stream without a gap takes one entry, however long it is.
 */
final class Sequences {

  /** Whole numbers from the first to the last, both included. */
  record Range(long from, long to) {}

  private final TreeMap<Long, Long> ranges = new TreeMap<>();

  /** Whether the number is new; one that has come before is a duplicate. */
  boolean add(long number) {
    Map.Entry<Long, Long> before = ranges.floorEntry(number);
    if (before != null && before.getValue() >= number) {
      return false;
    }
    long from = before != null && before.getValue() == number - 1 ? before.getKey() : number;
    Long to = ranges.remove(number + 1);
    ranges.put(from, to == null ? number : to);
    return true;
  }

  long first() {
    return ranges.firstKey();
  }

  /** What is missing between a number and the highest that has come. */
  List<Range> missingFrom(long number) {
    List<Range> missing = new ArrayList<>();
    long expected = number;
    for (Map.Entry<Long, Long> range : ranges.entrySet()) {
      if (range.getKey() > expected) {
        missing.add(new Range(expected, range.getKey() - 1));
      }
      expected = range.getValue() + 1;
    }
    return missing;
  }
}
