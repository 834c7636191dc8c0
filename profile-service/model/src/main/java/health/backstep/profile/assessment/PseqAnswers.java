package health.backstep.profile.assessment;

import java.util.List;

/**
 * Answers to the Pain Self-Efficacy Questionnaire: how sure a patient is of doing things despite
 * the pain. The item texts are not part of the product.
 *
 * @param items exactly 10, each 0-6, or {@code null} where not answered
 */
public record PseqAnswers(List<Integer> items) {

  public static final int ITEMS = 10;
  public static final int MOST_PER_ITEM = 6;

  private static final String FIELD = "questionnaires.pseq";

  public PseqAnswers {
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
