package health.backstep.profile.assessment;

import health.backstep.profile.Invariant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * Answers to the ten items of the Oswestry Disability Index. The item texts are licensed and not
 * part of the product.
 *
 * @param items exactly 10, each 0-5, or {@code null} where not answered
 */
public record OdiAnswers(List<Integer> items) {

  public static final int ITEMS = 10;
  public static final int MOST_PER_ITEM = 5;

  public OdiAnswers {
    Invariant.that(items.size() == ITEMS, "questionnaires.odi must have " + ITEMS + " items");
    items = Collections.unmodifiableList(new ArrayList<>(items));
    items.stream()
        .filter(Objects::nonNull)
        .forEach(item -> Invariant.within("questionnaires.odi", item, 0, MOST_PER_ITEM));
  }

  public int answered() {
    return (int) items.stream().filter(Objects::nonNull).count();
  }

  public int sum() {
    return items.stream().filter(Objects::nonNull).mapToInt(Integer::intValue).sum();
  }
}
