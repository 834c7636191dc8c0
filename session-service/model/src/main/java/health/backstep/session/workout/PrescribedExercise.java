package health.backstep.session.workout;

import java.util.Objects;
import java.util.Optional;

/**
 * One item of a plan version.
 *
 * @param level the level asked for, 1 or higher
 * @param sets sets asked for, 1 or more
 * @param reps repetitions in each set; empty for a hold
 */
public record PrescribedExercise(String exerciseId, int level, int sets, Optional<Integer> reps) {

  public PrescribedExercise {
    Objects.requireNonNull(exerciseId, "exerciseId");
    Objects.requireNonNull(reps, "reps");
    if (sets < 1 || reps.filter(count -> count < 1).isPresent()) {
      throw new IllegalArgumentException("sets and reps of " + exerciseId + " must be 1 or more");
    }
  }

  /**
   * As a plan tells of it.
   *
   * @param reps repetitions in each set, 1 for what is only held
   * @param secondsPerRep 0 for what is only held
   */
  public static PrescribedExercise told(
      String exerciseId, int level, int sets, int reps, int secondsPerRep) {
    return new PrescribedExercise(
        exerciseId, level, sets, secondsPerRep == 0 ? Optional.empty() : Optional.of(reps));
  }
}
