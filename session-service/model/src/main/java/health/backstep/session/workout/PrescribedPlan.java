package health.backstep.session.workout;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is known here of one plan version, taken from the plan's events.
 *
 * @param baselinePain the 7-day average that the plan was made from, 0-10
 * @param items empty while the plan is withheld or suspended
 */
public record PrescribedPlan(
    int version,
    PlanStatus status,
    Optional<Integer> baselinePain,
    List<PrescribedExercise> items) {

  public PrescribedPlan {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(baselinePain, "baselinePain");
    items = List.copyOf(items);
  }

  /**
   * The exercises of the warm-up (SO-3). A plan whose blocks are not known, or not as a warm-up,
   * warms up with its first exercise.
   */
  public Set<String> warmUp() {
    Set<String> named =
        items.stream()
            .filter(item -> item.block().equals(Optional.of(Block.WARM_UP)))
            .map(PrescribedExercise::exerciseId)
            .collect(toSet());
    return named.isEmpty()
        ? items.stream().limit(1).map(PrescribedExercise::exerciseId).collect(toSet())
        : Set.copyOf(named);
  }

  /** The item that asks for this exercise, if the version has one. */
  public Optional<PrescribedExercise> item(String exerciseId) {
    return items.stream().filter(item -> item.exerciseId().equals(exerciseId)).findFirst();
  }
}
