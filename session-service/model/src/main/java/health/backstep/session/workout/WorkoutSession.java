package health.backstep.session.workout;

import health.backstep.session.pain.PainScale;
import health.backstep.session.redflag.RedFlagAnswers;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A work-out session as the patient recorded it.
 *
 * @param planVersion the version of the plan that was worked from
 * @param painBefore right before the session, 0-10
 * @param painAfter right after the session, 0-10
 */
public record WorkoutSession(
    SessionId id,
    int planVersion,
    Instant startedAt,
    Instant endedAt,
    int painBefore,
    int painAfter,
    List<PerformedExercise> exercises,
    RedFlagAnswers redFlags) {

  public WorkoutSession {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(endedAt, "endedAt");
    Objects.requireNonNull(redFlags, "redFlags");
    PainScale.require(painBefore, "painBefore");
    PainScale.require(painAfter, "painAfter");
    exercises = List.copyOf(exercises);
  }

  /** The worst pain during and after, 0-10: what PM-GREEN, PM-AMBER and PM-RED look at. */
  public int worstPain() {
    return exercises.stream().mapToInt(PerformedExercise::painDuring).reduce(painAfter, Math::max);
  }
}
