package health.backstep.plan.diff;

import java.util.ArrayList;
import java.util.List;

/**
 * What is different between two versions of one patient's plan.
 *
 * @param from number of the version compared with; 0 for the time before the first plan
 * @param to number of the version that is looked at
 * @param sentences for the patient; never empty
 * @param items the exercises that changed, in the order of the routine, those that are gone last
 * @param unchanged how many exercises are the same
 */
public record PlanDiff(
    int from, int to, List<Sentence> sentences, List<ItemChange> items, int unchanged) {

  public PlanDiff {
    sentences = List.copyOf(sentences);
    items = List.copyOf(items);
  }

  /** The first plan: everything is new. */
  public static PlanDiff first(Snapshot plan) {
    List<ItemChange> items = plan.items().stream().map(ItemChange::added).toList();
    Grounds grounds = new Grounds(List.of(plan));
    return new PlanDiff(0, plan.number(), PlanSentences.first(plan, grounds), items, 0);
  }

  /**
   * What is different in {@code to}, compared with {@code from}.
   *
   * @param since the versions after {@code from} up to and with {@code to}, oldest first, whose
   *     decisions are the reasons; none when {@code to} is the earlier one
   */
  public static PlanDiff between(Snapshot from, Snapshot to, List<Snapshot> since) {
    List<ItemChange> items = new Comparison(from, to).changes();
    Grounds grounds = new Grounds(since);
    List<Sentence> sentences = new ArrayList<>(new PlanSentences(from, to, grounds).all());
    if (to.status().showsExercises() && from.status().showsExercises()) {
      items.stream().map(item -> ItemSentences.of(item, to, grounds)).forEach(sentences::add);
    }
    if (sentences.isEmpty()) {
      sentences.add(new Sentence("Nothing has changed.", null, List.of()));
    }
    int same =
        (int)
            to.items().stream()
                .filter(
                    item ->
                        items.stream().noneMatch(it -> it.exerciseId().equals(item.exerciseId())))
                .count();
    return new PlanDiff(from.number(), to.number(), sentences, items, same);
  }
}
