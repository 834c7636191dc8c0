package health.backstep.session.workout;

import health.backstep.session.pain.PainLocation;
import health.backstep.session.pain.PainQuality;
import health.backstep.session.pain.PainScale;
import health.backstep.session.pain.PainSigns;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One exercise as the patient did it.
 *
 * @param level the level worked at, 1 or higher
 * @param repsDone repetitions by set; empty for a hold, or when only sets were counted
 * @param painDuring worst pain during the exercise, 0-10
 * @param exertion perceived exertion, 0-10
 */
public record PerformedExercise(
    String exerciseId,
    int level,
    int setsDone,
    List<Integer> repsDone,
    int painDuring,
    Optional<PainQuality> quality,
    Optional<PainLocation> location,
    StopReason stopped,
    Optional<Integer> exertion) {

  public PerformedExercise {
    Objects.requireNonNull(exerciseId, "exerciseId");
    Objects.requireNonNull(quality, "quality");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(stopped, "stopped");
    Objects.requireNonNull(exertion, "exertion");
    PainScale.require(painDuring, "painDuring");
    repsDone = List.copyOf(repsDone);
  }

  public PainSigns signs() {
    return new PainSigns(quality, location);
  }

  /** FL-4. */
  public boolean stoppedForPain() {
    return stopped == StopReason.PAIN;
  }
}
