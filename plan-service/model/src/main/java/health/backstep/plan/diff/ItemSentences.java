package health.backstep.plan.diff;

import health.backstep.plan.diff.ItemChange.Amount;
import health.backstep.plan.diff.Snapshot.Portion;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Says what became of an exercise. */
final class ItemSentences {

  private ItemSentences() {}

  static Sentence of(ItemChange change, Snapshot to, Grounds grounds) {
    String text =
        switch (change.change()) {
          case ADDED -> change.name() + " is new.";
          case REMOVED -> change.name() + " is not part of the plan now.";
          case EASIER, HARDER, LESS, MORE, OTHERWISE -> amount(change);
          case MOVED -> place(change, to);
        };
    return new Sentence(text, change.exerciseId(), grounds.of(change));
  }

  private static String amount(ItemChange change) {
    Amount before = Objects.requireNonNull(change.before());
    Amount after = Objects.requireNonNull(change.after());
    List<String> parts = new ArrayList<>();
    if (before.level() != after.level()) {
      parts.add("level " + after.level() + " instead of " + before.level());
    }
    parts.addAll(DoseWords.differences(before.dose(), after.dose()));
    return change.name() + ": " + String.join(", ", parts) + ".";
  }

  private static String place(ItemChange change, Snapshot to) {
    List<String> order = to.items().stream().map(Portion::exerciseId).toList();
    int place = order.indexOf(change.exerciseId());
    return place == 0
        ? change.name() + " now comes first."
        : change.name() + " now comes after " + to.items().get(place - 1).name() + ".";
  }
}
