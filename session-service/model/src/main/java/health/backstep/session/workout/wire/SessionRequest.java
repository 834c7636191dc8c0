package health.backstep.session.workout.wire;

import health.backstep.session.pain.PainLocation;
import health.backstep.session.pain.PainQuality;
import health.backstep.session.redflag.RedFlagAnswers;
import health.backstep.session.workout.PerformedExercise;
import health.backstep.session.workout.SessionId;
import health.backstep.session.workout.StopReason;
import health.backstep.session.workout.WorkoutSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A work-out session as it is sent; pain is on the 0-10 rating scale. */
public record SessionRequest(
    @NotNull @Min(1) Integer planVersion,
    @NotNull OffsetDateTime startedAt,
    @NotNull OffsetDateTime endedAt,
    @NotNull @Min(0) @Max(10) Integer painBefore,
    @NotNull @Min(0) @Max(10) Integer painAfter,
    @NotNull @Size(max = 60) List<@NotNull @Valid ExerciseRequest> exercises,
    @Nullable RedFlagAnswers redFlags) {

  /**
   * One exercise as it was done.
   *
   * @param repsDone repetitions of each set; may be left out for holds
   * @param stopped why it was ended early; left out when it was not
   * @param exertion how hard it felt, 0-10
   */
  public record ExerciseRequest(
      @NotNull
          @Pattern(
              regexp = "(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*",
              message = "must be the id of an exercise")
          String exerciseId,
      @NotNull @Min(1) @Max(10) Integer level,
      @NotNull @Min(0) @Max(20) Integer setsDone,
      @Nullable @Size(max = 20) List<@NotNull @Min(0) @Max(1000) Integer> repsDone,
      @NotNull @Min(0) @Max(10) Integer painDuring,
      @Nullable PainQuality quality,
      @Nullable PainLocation location,
      @Nullable StopReason stopped,
      @Nullable @Min(0) @Max(10) Integer exertion) {

    PerformedExercise toPerformed() {
      return new PerformedExercise(
          exerciseId,
          level,
          setsDone,
          repsDone == null ? List.of() : repsDone,
          painDuring,
          Optional.ofNullable(quality),
          Optional.ofNullable(location),
          stopped == null ? StopReason.NONE : stopped,
          Optional.ofNullable(exertion));
    }
  }

  public WorkoutSession toSession(SessionId id) {
    return new WorkoutSession(
        id,
        planVersion,
        startedAt.toInstant(),
        endedAt.toInstant(),
        painBefore,
        painAfter,
        exercises.stream().map(ExerciseRequest::toPerformed).toList(),
        redFlags == null ? RedFlagAnswers.notAsked() : redFlags);
  }
}
