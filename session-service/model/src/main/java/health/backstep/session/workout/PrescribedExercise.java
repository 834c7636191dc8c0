package health.backstep.session.workout;

import java.util.Objects;
import java.util.Optional;

/**
 * One item of a plan version.
 *
 * @param level the level asked for, 1 or higher
 * @param sets sets asked for, 1 or more
 * @param reps repetitions in each set; empty for a hold
 * @param block empty when the plan's event came from before it told of blocks
 */
public record PrescribedExercise(
    String exerciseId, int level, int sets, Optional<Integer> reps, Optional<Block> block) {

  /** An item of which it is not known where in the routine it belongs. */
  public PrescribedExercise(String exerciseId, int level, int sets, Optional<Integer> reps) {
    this(exerciseId, level, sets, reps, Optional.empty());
  }

  public PrescribedExercise {
    Objects.requireNonNull(exerciseId, "exerciseId");
    Objects.requireNonNull(reps, "reps");
    Objects.requireNonNull(block, "block");
    if (sets < 1 || reps.filter(count -> count < 1).isPresent()) {
      throw new IllegalArgumentException("sets and reps of " + exerciseId + " must be 1 or more");
    }
  }

  /** The same item, in that part of the routine. */
  public PrescribedExercise in(Optional<Block> part) {
    return new PrescribedExercise(exerciseId, level, sets, reps, part);
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
        exerciseId,
        level,
        sets,
        secondsPerRep == 0 ? Optional.empty() : Optional.of(reps),
        Optional.empty());
  }
}
