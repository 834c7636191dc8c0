package health.backstep.plan.history.wire;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import health.backstep.plan.catalogue.Direction;
import health.backstep.plan.catalogue.Equipment;
import health.backstep.plan.history.Cause;
import health.backstep.plan.history.PlanEvent;
import health.backstep.plan.history.PlanEvent.AssessmentCompleted;
import health.backstep.plan.history.PlanEvent.ClearanceChanged;
import health.backstep.plan.history.PlanEvent.PatientRecorded;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Payloads of profile-service. A value of a later version of the contract is read on the careful
 * side: equipment that is not known is not there, a direction that is not known forbids all,
 * everything else is the gentlest choice.
 */
public final class ProfilePayloads {

  private ProfilePayloads() {}

  record Recorded(
      AgeBand ageBand, List<String> equipment, int minutesPerSession, int sessionsPerWeek) {

    enum AgeBand {
      UNDER_20,
      FROM_20_TO_50,
      OVER_50,
      OVER_65,
      @JsonEnumDefaultValue
      UNKNOWN
    }

    PlanEvent toEvent(Cause cause) {
      return new PatientRecorded(
          cause,
          health.backstep.plan.routine.AgeBand.valueOf(ageBand.name()),
          known(),
          minutesPerSession,
          sessionsPerWeek);
    }

    private Set<Equipment> known() {
      return Arrays.stream(Equipment.values())
          .filter(item -> equipment.contains(item.name()))
          .collect(Collectors.toSet());
    }
  }

  record Cleared(Status status, boolean loading, @Nullable Instant validUntil) {

    enum Status {
      CLEARED,
      @JsonEnumDefaultValue
      NOT_CLEARED
    }

    PlanEvent toEvent(Cause cause) {
      return new ClearanceChanged(
          cause,
          status == Status.CLEARED,
          loading,
          Optional.ofNullable(validUntil).map(PlanTime::asStored));
    }
  }

  record Assessed(
      Instant assessedAt,
      Pain pain,
      Triage triage,
      Pattern classification,
      Activity activityBefore) {

    enum Outcome {
      FIT,
      @JsonEnumDefaultValue
      NEEDS_CLEARANCE,
      EMERGENCY
    }

    enum Activity {
      @JsonEnumDefaultValue
      SEDENTARY,
      LIGHT,
      MODERATE,
      ACTIVE
    }

    enum Acuity {
      ACUTE,
      SUBACUTE,
      CHRONIC,
      @JsonEnumDefaultValue
      UNKNOWN
    }

    enum Stage {
      @JsonEnumDefaultValue
      CALM,
      CONTROL,
      BUILD
    }

    enum Bias {
      EXTENSION,
      FLEXION,
      SIDE_GLIDE_LEFT,
      SIDE_GLIDE_RIGHT,
      @JsonEnumDefaultValue
      NONE
    }

    enum RiskGroup {
      LOW,
      MEDIUM,
      HIGH,
      @JsonEnumDefaultValue
      UNKNOWN
    }

    enum Fear {
      LOW,
      @JsonEnumDefaultValue
      HIGH,
      UNKNOWN
    }

    record Pain(int average7d) {}

    record Triage(Outcome outcome, List<String> rules) {}

    record Pattern(
        Acuity acuity,
        Stage stage,
        Bias bias,
        RiskGroup riskGroup,
        List<String> forbiddenDirections,
        Optional<Fear> fear) {

      Set<Direction> forbidden() {
        Set<Direction> forbidden = EnumSet.noneOf(Direction.class);
        for (String name : forbiddenDirections) {
          forbidden.addAll(named(name));
        }
        return forbidden;
      }

      private static Set<Direction> named(String name) {
        return Arrays.stream(Direction.values())
            .filter(direction -> direction.name().equals(name))
            .findFirst()
            .<Set<Direction>>map(EnumSet::of)
            .orElseGet(() -> EnumSet.complementOf(EnumSet.of(Direction.NEUTRAL)));
      }
    }

    PlanEvent toEvent(Cause cause) {
      return new AssessmentCompleted(
          cause,
          assessedAt,
          PlanEvent.TriageOutcome.valueOf(triage.outcome().name()),
          triage.rules(),
          PlanEvent.Acuity.valueOf(classification.acuity().name()),
          health.backstep.plan.routine.Stage.valueOf(classification.stage().name()),
          health.backstep.plan.routine.Bias.valueOf(classification.bias().name()),
          classification.forbidden(),
          PlanEvent.RiskGroup.valueOf(classification.riskGroup().name()),
          PlanEvent.Activity.valueOf(activityBefore.name()),
          triage.rules().contains("CL-2"),
          pain.average7d(),
          health.backstep.plan.routine.Fear.valueOf(
              classification.fear().orElse(Fear.UNKNOWN).name()));
    }
  }
}
