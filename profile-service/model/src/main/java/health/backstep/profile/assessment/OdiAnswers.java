package health.backstep.profile.assessment;

import java.util.List;

/**
 * Answers to the ten items of the Oswestry Disability Index. The item texts are licensed and not
 * part of the product.
 *
 * @param items exactly 10, each 0-5, or {@code null} where not answered
 */
public record OdiAnswers(List<Integer> items) {

  public static final int ITEMS = 10;
  public static final int MOST_PER_ITEM = 5;

  private static final String FIELD = "questionnaires.odi";

  public OdiAnswers {
    items = ItemAnswers.ofExactly(ITEMS, FIELD, items);
    ItemAnswers.withinScale(FIELD, items, MOST_PER_ITEM);
  }

  public int answered() {
    return ItemAnswers.answered(items);
  }

  public int sum() {
    return ItemAnswers.sum(items);
  }
}
