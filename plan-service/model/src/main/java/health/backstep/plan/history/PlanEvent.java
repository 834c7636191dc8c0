package health.backstep.plan.history;

import health.backstep.plan.catalogue.Direction;
import health.backstep.plan.catalogue.Equipment;
import health.backstep.plan.routine.AgeBand;
import health.backstep.plan.routine.Bias;
import health.backstep.plan.routine.Fear;
import health.backstep.plan.routine.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Everything that can happen to a plan. A plan is the fold of these. */
public sealed interface PlanEvent {

  Cause cause();

  /** How pain answers loading, and what a flare therefore changes (PL-POLICY). */
  enum RiskGroup {
    LOW,
    MEDIUM,
    HIGH,
    UNKNOWN
  }

  enum Acuity {
    ACUTE,
    SUBACUTE,
    CHRONIC,
    UNKNOWN
  }

  enum TriageOutcome {
    FIT,
    NEEDS_CLEARANCE,
    EMERGENCY
  }

  enum Severity {
    MILD,
    MODERATE,
    SEVERE
  }

  enum Episode {
    OPENED,
    ESCALATED,
    CONTINUED
  }

  enum Activity {
    SEDENTARY,
    LIGHT,
    MODERATE,
    ACTIVE
  }

  /** The patient was registered, or wishes changed. */
  record PatientRecorded(
      Cause cause,
      AgeBand ageBand,
      Set<Equipment> equipment,
      int minutesPerSession,
      int sessionsPerWeek)
      implements PlanEvent {}

  /** A health professional cleared the patient, or clearance was withdrawn. */
  record ClearanceChanged(
      Cause cause, boolean cleared, boolean loading, Optional<Instant> validUntil)
      implements PlanEvent {}

  /**
   * The patient was assessed.
   *
   * @param triageRules ids of the screening rules that applied
   * @param lowestStageOnly CL-2: too little rest, or an unknown source of pain
   * @param average7d average pain of the last 7 days, 0 to 10
   * @param fear of moving
   */
  record AssessmentCompleted(
      Cause cause,
      Instant assessedAt,
      TriageOutcome triage,
      List<String> triageRules,
      Acuity acuity,
      Stage stage,
      Bias bias,
      Set<Direction> forbidden,
      RiskGroup riskGroup,
      Activity activityBefore,
      boolean lowestStageOnly,
      int average7d,
      Fear fear)
      implements PlanEvent {}

  /**
   * A session was done.
   *
   * @param green pain stayed within the green limits (PM-GREEN)
   * @param donePercent done against asked, 0 to 100
   * @param sore exercises in which soreness from the warm-up went on or came back (SO-3)
   */
  record SessionRecorded(
      Cause cause,
      int planVersion,
      Instant endedAt,
      boolean green,
      int donePercent,
      List<ExerciseDone> exercises,
      List<String> sore)
      implements PlanEvent {}

  /**
   * One exercise of a session.
   *
   * @param sets done, 0 or more
   * @param repsInLastSet 0 when they were not counted
   * @param painDuring 0 to 10
   * @param stopped ended early, for whatever reason
   */
  record ExerciseDone(
      String exerciseId, int level, int sets, int repsInLastSet, int painDuring, boolean stopped) {}

  /**
   * Pain flared.
   *
   * @param planVersion the plan that the patient followed, when there was one
   * @param provoking exercises that hurt
   * @param radiating pain moved down the leg
   */
  record FlareReported(
      Cause cause,
      UUID flareId,
      Episode episode,
      Severity severity,
      Instant at,
      Optional<Integer> planVersion,
      List<String> provoking,
      boolean radiating)
      implements PlanEvent {}

  /** The flare is over. */
  record FlareSettled(Cause cause, UUID flareId, Instant settledAt) implements PlanEvent {}

  /** A red flag was answered with yes outside of an assessment. */
  record RedFlagRaised(Cause cause, boolean emergency) implements PlanEvent {}

  /**
   * The clearance ran out, which no other service tells. Its cause's time is the moment it ended.
   */
  record ClearanceLapsed(Cause cause) implements PlanEvent {}

  /**
   * A clinician looked at the plan.
   *
   * @param edits in the order in which they are made; only for {@link ReviewDecision#EDIT}
   */
  record ReviewDecided(
      Cause cause, ReviewDecision decision, String by, String words, List<Edit> edits)
      implements PlanEvent {}

  enum ReviewDecision {
    RESUME,
    HOLD,
    EDIT
  }

  /** One change that a clinician makes to the exercises. */
  sealed interface Edit {

    String exerciseId();

    /** It leaves the plan, and the rules do not bring it back. */
    record Remove(String exerciseId) implements Edit {}

    /** It is done at this level from now on. */
    record SetLevel(String exerciseId, int level) implements Edit {}

    /** It comes into the plan at this level. */
    record Add(String exerciseId, int level) implements Edit {}
  }
}
