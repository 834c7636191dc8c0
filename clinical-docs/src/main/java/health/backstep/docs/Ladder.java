package health.backstep.docs;

import health.backstep.plan.catalogue.Block;
import health.backstep.plan.catalogue.Catalogue;
import health.backstep.plan.catalogue.Exercise;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Exercises of one block that lead to each other, the easiest first.
 *
 * @param rungs at least one
 */
record Ladder(List<Exercise> rungs) {

  /** All of a block that may be in a plan: ladders of several exercises first. */
  static List<Ladder> of(Block block, Catalogue catalogue) {
    List<Ladder> ladders = new ArrayList<>();
    for (Exercise exercise : catalogue.all()) {
      if (isIn(block, exercise) && before(exercise, catalogue).isEmpty()) {
        ladders.add(upFrom(exercise, catalogue));
      }
    }
    ladders.sort((one, other) -> Boolean.compare(other.isLong(), one.isLong()));
    return ladders;
  }

  private static Ladder upFrom(Exercise first, Catalogue catalogue) {
    List<Exercise> rungs = new ArrayList<>(List.of(first));
    Optional<Exercise> next = after(first, catalogue);
    while (next.isPresent() && !rungs.contains(next.get())) {
      rungs.add(next.get());
      next = after(next.get(), catalogue);
    }
    return new Ladder(List.copyOf(rungs));
  }

  private static Optional<Exercise> before(Exercise exercise, Catalogue catalogue) {
    return Optional.ofNullable(exercise.easier())
        .flatMap(catalogue::find)
        .filter(it -> isIn(exercise.block(), it));
  }

  private static Optional<Exercise> after(Exercise exercise, Catalogue catalogue) {
    return Optional.ofNullable(exercise.harder())
        .flatMap(catalogue::find)
        .filter(it -> isIn(exercise.block(), it));
  }

  private static boolean isIn(Block block, Exercise exercise) {
    return exercise.block() == block && StanceTable.isForPlans(exercise);
  }

  private boolean isLong() {
    return rungs.size() > 1;
  }
}
