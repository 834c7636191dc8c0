package health.backstep.safety.history;

import health.backstep.plan.catalogue.Dose;
import health.backstep.plan.history.Cause;
import health.backstep.plan.history.PlanEvent.AssessmentCompleted;
import health.backstep.plan.history.PlanEvent.ClearanceChanged;
import health.backstep.plan.history.PlanEvent.ClearanceLapsed;
import health.backstep.plan.history.PlanEvent.Edit;
import health.backstep.plan.history.PlanEvent.Episode;
import health.backstep.plan.history.PlanEvent.ExerciseDone;
import health.backstep.plan.history.PlanEvent.FlareReported;
import health.backstep.plan.history.PlanEvent.FlareSettled;
import health.backstep.plan.history.PlanEvent.PatientRecorded;
import health.backstep.plan.history.PlanEvent.RedFlagRaised;
import health.backstep.plan.history.PlanEvent.ReviewDecided;
import health.backstep.plan.history.PlanEvent.SessionRecorded;
import health.backstep.plan.history.PlanEvent.TriageOutcome;
import health.backstep.plan.routine.AgeBand;
import health.backstep.plan.routine.Item;
import health.backstep.safety.history.Findings.Triage;
import health.backstep.safety.history.Happening.Assessed;
import health.backstep.safety.history.Happening.Cleared;
import health.backstep.safety.history.Happening.Flared;
import health.backstep.safety.history.Happening.RedFlagged;
import health.backstep.safety.history.Happening.Registered;
import health.backstep.safety.history.Happening.Reviewed;
import health.backstep.safety.history.Happening.SessionDone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The one place where the events of a run are made. */
public final class PlanEvents {

  private PlanEvents() {}

  public static PatientRecorded registered(Cause cause, Registered wishes) {
    return new PatientRecorded(
        cause, ageBand(wishes.age()), wishes.equipment(), wishes.minutes(), wishes.sessions());
  }

  public static ClearanceChanged cleared(Cause cause, Cleared given) {
    Optional<Instant> until =
        given.validDays() == 0
            ? Optional.empty()
            : Optional.of(cause.occurredAt().plus(Duration.ofDays(given.validDays())));
    return new ClearanceChanged(cause, true, given.loading(), until);
  }

  public static ClearanceChanged withdrawn(Cause cause) {
    return new ClearanceChanged(cause, false, false, Optional.empty());
  }

  public static AssessmentCompleted assessed(Cause cause, Assessed made) {
    Findings found = made.findings();
    return new AssessmentCompleted(
        cause,
        cause.occurredAt(),
        outcome(found.triage()),
        rules(found),
        found.acuity(),
        found.stage(),
        found.bias(),
        found.forbidden(),
        found.riskGroup(),
        found.activityBefore(),
        found.lowestStageOnly(),
        found.pain(),
        found.fear());
  }

  public static SessionRecorded session(
      Cause cause,
      SessionDone done,
      int planVersion,
      List<ExerciseDone> exercises,
      List<String> sore) {
    return new SessionRecorded(
        cause, planVersion, cause.occurredAt(), done.green(), done.donePercent(), exercises, sore);
  }

  /**
   * An exercise done as asked.
   *
   * @param more repetitions in the last set than asked
   */
  public static ExerciseDone done(Item asked, int pain, int more) {
    Dose dose = asked.dose();
    return new ExerciseDone(
        asked.exerciseId(), asked.level(), dose.sets(), dose.reps() + more, pain, false);
  }

  public static FlareReported flare(
      Cause cause,
      Flared flare,
      UUID flareId,
      Episode episode,
      Optional<Integer> planVersion,
      List<String> provoking) {
    return new FlareReported(
        cause,
        flareId,
        episode,
        flare.severity(),
        cause.occurredAt().minus(Duration.ofMinutes(flare.minutesAgo())),
        planVersion,
        provoking,
        flare.radiating());
  }

  public static FlareSettled settled(Cause cause, UUID flareId) {
    return new FlareSettled(cause, flareId, cause.occurredAt());
  }

  public static RedFlagRaised redFlag(Cause cause, RedFlagged flagged) {
    return new RedFlagRaised(cause, flagged.emergency());
  }

  public static ClearanceLapsed lapsed(Cause cause) {
    return new ClearanceLapsed(cause);
  }

  public static ReviewDecided reviewed(Cause cause, Reviewed review, List<Edit> edits) {
    return new ReviewDecided(cause, review.decision(), "Dr. Rivera", "I have looked at it.", edits);
  }

  private static AgeBand ageBand(int age) {
    if (age == Registered.AGE_UNKNOWN) {
      return AgeBand.UNKNOWN;
    }
    if (age <= 50) {
      return age < 20 ? AgeBand.UNDER_20 : AgeBand.FROM_20_TO_50;
    }
    return age <= 65 ? AgeBand.OVER_50 : AgeBand.OVER_65;
  }

  private static TriageOutcome outcome(Triage triage) {
    return switch (triage) {
      case FIT, ADVISORY -> TriageOutcome.FIT;
      case URGENT -> TriageOutcome.NEEDS_CLEARANCE;
      case EMERGENCY -> TriageOutcome.EMERGENCY;
    };
  }

  private static List<String> rules(Findings found) {
    List<String> rules = new ArrayList<>();
    switch (found.triage()) {
      case FIT -> {}
      case ADVISORY -> rules.add("RF-ADVISORY");
      case URGENT -> rules.add("RF-URGENT");
      case EMERGENCY -> rules.add("RF-EMERGENCY");
    }
    if (found.lowestStageOnly()) {
      rules.add("CL-2");
    }
    return List.copyOf(rules);
  }
}
