package health.backstep.session.workout;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

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

  /** The item that asks for this exercise, if the version has one. */
  public Optional<PrescribedExercise> item(String exerciseId) {
    return items.stream().filter(item -> item.exerciseId().equals(exerciseId)).findFirst();
  }
}
