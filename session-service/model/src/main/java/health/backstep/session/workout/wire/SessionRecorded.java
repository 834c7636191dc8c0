package health.backstep.session.workout.wire;

import health.backstep.session.pain.PainLocation;
import health.backstep.session.pain.PainQuality;
import health.backstep.session.reading.Outcome;
import health.backstep.session.reading.Reading;
import health.backstep.session.reading.Reason;
import health.backstep.session.workout.PerformedExercise;
import health.backstep.session.workout.StopReason;
import health.backstep.session.workout.WorkoutSession;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payload of {@code pt.session.session-recorded.v1}. */
public record SessionRecorded(
    UUID patientId,
    UUID sessionId,
    int planVersion,
    Instant startedAt,
    Instant endedAt,
    int painBefore,
    int painAfter,
    Outcome outcome,
    int donePercent,
    List<Exercise> exercises,
    List<String> reasons,
    List<String> soreExercises) {

  public static final String TYPE = "pt.session.session-recorded.v1";

  record Exercise(
      String exerciseId,
      int level,
      int setsDone,
      List<Integer> repsDone,
      int painDuring,
      @Nullable PainQuality quality,
      @Nullable PainLocation location,
      @Nullable StopReason stopped,
      @Nullable Integer exertion) {

    static Exercise of(PerformedExercise done) {
      return new Exercise(
          done.exerciseId(),
          done.level(),
          done.setsDone(),
          done.repsDone(),
          done.painDuring(),
          done.quality().orElse(null),
          done.location().orElse(null),
          done.stopped() == StopReason.NONE ? null : done.stopped(),
          done.exertion().orElse(null));
    }
  }

  public static SessionRecorded of(
      UUID patientId, WorkoutSession session, int donePercent, Reading reading) {
    return new SessionRecorded(
        patientId,
        session.id().value(),
        session.planVersion(),
        session.startedAt(),
        session.endedAt(),
        session.painBefore(),
        session.painAfter(),
        reading.outcome(),
        donePercent,
        session.exercises().stream().map(Exercise::of).toList(),
        reading.reasons().stream().map(Reason::rule).toList(),
        reading.soreExercises());
  }
}
