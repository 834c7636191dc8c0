package health.backstep.profile.assessment;

import java.util.List;

/**
 * Answers to the Roland-Morris Disability Questionnaire: whether each statement holds today.
 * Answers are taken and no count, because a count does not tell how many were left open. The item
 * texts are not part of the product.
 *
 * @param items exactly 24, or {@code null} where not answered
 */
public record RmdqAnswers(List<Boolean> items) {

  public static final int ITEMS = 24;

  public RmdqAnswers {
    items = ItemAnswers.ofExactly(ITEMS, "questionnaires.rmdq", items);
  }

  public int answered() {
    return ItemAnswers.answered(items);
  }

  /** Statements that hold. */
  public int yes() {
    return (int) items.stream().filter(Boolean.TRUE::equals).count();
  }
}
