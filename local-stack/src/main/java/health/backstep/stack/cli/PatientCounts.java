package health.backstep.stack.cli;

import health.backstep.stack.platform.StackFailure;
import java.util.List;
import java.util.stream.Stream;

/** Numbers of patients as they are typed: {@code 1000,10000}. */
final class PatientCounts {

  private static final int LEAST = 100;

  private PatientCounts() {}

  /**
   * Reads them.
   *
   * @throws StackFailure when one is none, too small, or not above the one before
   */
  static List<Integer> parse(String typed) {
    try {
      List<Integer> counts = Stream.of(typed.split(",", -1)).map(Integer::valueOf).toList();
      int before = LEAST - 1;
      for (int count : counts) {
        if (count <= before) {
          throw refused(typed);
        }
        before = count;
      }
      return counts;
    } catch (NumberFormatException e) {
      throw refused(typed);
    }
  }

  private static StackFailure refused(String typed) {
    return new StackFailure(
        "--growth takes numbers of patients from %d on, each above the one before, such as 1000,10000; not '%s'."
            .formatted(LEAST, typed));
  }
}
