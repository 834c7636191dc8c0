package health.backstep.plan.history.wire;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import health.backstep.plan.history.Cause;
import health.backstep.plan.history.PlanEvent;
import health.backstep.plan.history.PlanEvent.FlareReported;
import health.backstep.plan.history.PlanEvent.FlareSettled;
import health.backstep.plan.history.PlanEvent.RedFlagRaised;
import health.backstep.plan.history.PlanEvent.SessionRecorded;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
      List<Exercise> exercises) {

    /** Pain up to which an exercise counts as done green (PM-GREEN). */
    private static final int GREEN_UP_TO = 2;

    enum Outcome {
      GREEN,
      @JsonEnumDefaultValue
      NOT_GREEN
    }

    record Exercise(String exerciseId, int painDuring, @Nullable String stopped) {
      boolean isGreen() {
        return painDuring <= GREEN_UP_TO && stopped == null;
      }
    }

    PlanEvent toEvent(Cause cause) {
      Set<String> green =
          exercises.stream()
              .filter(Exercise::isGreen)
              .map(Exercise::exerciseId)
              .collect(Collectors.toSet());
      return new SessionRecorded(
          cause, planVersion, endedAt, outcome == Outcome.GREEN, donePercent, green);
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
