package health.backstep.plan.routine;

import health.backstep.plan.catalogue.Region;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What is done in one session, in order. */
public record Routine(List<Item> items) {

  public static final Routine EMPTY = new Routine(List.of());

  /** Blocks in order (PL-ORDER); within a block as the items were chosen. */
  public Routine {
    items = items.stream().sorted(Comparator.comparing(item -> item.exercise().block())).toList();
  }

  public boolean has(String exerciseId) {
    return find(exerciseId).isPresent();
  }

  public Optional<Item> find(String exerciseId) {
    return items.stream().filter(item -> item.exerciseId().equals(exerciseId)).findFirst();
  }

  public Routine with(Item added) {
    return new Routine(Stream.concat(items.stream(), Stream.of(added)).toList());
  }

  public Routine map(UnaryOperator<Item> change) {
    return new Routine(items.stream().map(change).toList());
  }

  public Routine replace(String exerciseId, Item by) {
    return map(item -> item.exerciseId().equals(exerciseId) ? by : item);
  }

  public Routine without(String exerciseId) {
    return new Routine(
        items.stream().filter(item -> !item.exerciseId().equals(exerciseId)).toList());
  }

  public long count(Region region) {
    return items.stream().filter(item -> item.exercise().region() == region).count();
  }

  /** Seconds of loaded work in one session. */
  public int load() {
    return items.stream().mapToInt(Item::load).sum();
  }

  /** Seconds from beginning to end, changes of side and of exercise counted (PL-TIME). */
  public int seconds(int sideChangeSeconds, int betweenExercisesSeconds) {
    int work = items.stream().mapToInt(item -> item.dose().totalSeconds(sideChangeSeconds)).sum();
    return work + Math.max(0, items.size() - 1) * betweenExercisesSeconds;
  }
}
