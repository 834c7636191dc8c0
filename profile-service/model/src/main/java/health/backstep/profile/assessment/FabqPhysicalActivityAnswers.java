package health.backstep.profile.assessment;

import java.util.List;

/**
 * Answers to the scored items of the physical activity part of the Fear-Avoidance Beliefs
 * Questionnaire: items 2 to 5, in that order. The item texts are not part of the product.
 *
 * @param items exactly 4, each 0-6, or {@code null} where not answered
 */
public record FabqPhysicalActivityAnswers(List<Integer> items) {

  public static final int ITEMS = 4;
  public static final int MOST_PER_ITEM = 6;

  private static final String FIELD = "questionnaires.fabqPhysicalActivity";

  public FabqPhysicalActivityAnswers {
    items = ItemAnswers.ofExactly(ITEMS, FIELD, items);
    ItemAnswers.withinScale(FIELD, items, MOST_PER_ITEM);
  }

  public int sum() {
    return ItemAnswers.sum(items);
  }

  public boolean isComplete() {
    return ItemAnswers.answered(items) == ITEMS;
  }
}
