package health.backstep.profile.assessment;

import health.backstep.profile.Invariant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * What the answers to a questionnaire's items have in common: there are as many as the
 * questionnaire has, each within its scale, and {@code null} is one that was not answered.
 */
final class ItemAnswers {

  private ItemAnswers() {}

  /** A copy that cannot change, nulls included. */
  static <T> List<T> ofExactly(int count, String field, List<T> items) {
    Invariant.that(items.size() == count, field + " must have " + count + " items");
    return Collections.unmodifiableList(new ArrayList<>(items));
  }

  static void withinScale(String field, List<Integer> items, int most) {
    items.stream().filter(Objects::nonNull).forEach(item -> Invariant.within(field, item, 0, most));
  }

  static int answered(List<?> items) {
    return (int) items.stream().filter(Objects::nonNull).count();
  }

  static int sum(List<Integer> items) {
    return items.stream().filter(Objects::nonNull).mapToInt(Integer::intValue).sum();
  }
}
