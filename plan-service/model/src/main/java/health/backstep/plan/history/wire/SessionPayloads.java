package health.backstep.plan.history.wire;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import health.backstep.plan.history.Cause;
import health.backstep.plan.history.PlanEvent;
import health.backstep.plan.history.PlanEvent.ExerciseDone;
import health.backstep.plan.history.PlanEvent.FlareReported;
import health.backstep.plan.history.PlanEvent.FlareSettled;
import health.backstep.plan.history.PlanEvent.RedFlagRaised;
import health.backstep.plan.history.PlanEvent.SessionRecorded;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Payloads of session-service. A value of a later version of the contract is read on the careful
 * side: an unknown severity is severe, an unknown step of an episode changes the plan, an unknown
 * outcome is not green.
 */
public final class SessionPayloads {

  private SessionPayloads() {}

  record Recorded(
      int planVersion,
      Instant endedAt,
      Outcome outcome,
      int donePercent,
      List<Exercise> exercises,
      Optional<List<String>> soreExercises) {

    enum Outcome {
      GREEN,
      @JsonEnumDefaultValue
      NOT_GREEN
    }

    record Exercise(
        String exerciseId,
        int level,
        int setsDone,
        List<Integer> repsDone,
        int painDuring,
        @Nullable String stopped) {
      ExerciseDone toDone() {
        int last = repsDone.isEmpty() ? 0 : repsDone.getLast();
        return new ExerciseDone(exerciseId, level, setsDone, last, painDuring, stopped != null);
      }
    }

    PlanEvent toEvent(Cause cause) {
      return new SessionRecorded(
          cause,
          planVersion,
          endedAt,
          outcome == Outcome.GREEN,
          donePercent,
          exercises.stream().map(Exercise::toDone).toList(),
          soreExercises.orElse(List.of()));
    }
  }

  record Flare(
      UUID flareId,
      Episode episode,
      Severity severity,
      Instant at,
      @Nullable Integer planVersion,
      List<String> provoking,
      boolean radiating) {

    enum Episode {
      OPENED,
      @JsonEnumDefaultValue
      ESCALATED,
      CONTINUED
    }

    enum Severity {
      MILD,
      MODERATE,
      @JsonEnumDefaultValue
      SEVERE
    }

    PlanEvent toEvent(Cause cause) {
      return new FlareReported(
          cause,
          flareId,
          PlanEvent.Episode.valueOf(episode.name()),
          PlanEvent.Severity.valueOf(severity.name()),
          at,
          Optional.ofNullable(planVersion),
          provoking,
          radiating);
    }
  }

  record Settled(UUID flareId, Instant settledAt) {
    PlanEvent toEvent(Cause cause) {
      return new FlareSettled(cause, flareId, settledAt);
    }
  }

  record RedFlag(Urgency urgency) {

    enum Urgency {
      @JsonEnumDefaultValue
      EMERGENCY,
      URGENT
    }

    PlanEvent toEvent(Cause cause) {
      return new RedFlagRaised(cause, urgency == Urgency.EMERGENCY);
    }
  }
}
