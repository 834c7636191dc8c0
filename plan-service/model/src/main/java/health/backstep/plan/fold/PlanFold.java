package health.backstep.plan.fold;

import health.backstep.plan.catalogue.Catalogue;
import health.backstep.plan.course.Change;
import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.VersionKind;
import health.backstep.plan.gate.Clearance;
import health.backstep.plan.gate.RedFlag;
import health.backstep.plan.gate.Status;
import health.backstep.plan.history.PlanEvent;
import health.backstep.plan.history.PlanEvent.AssessmentCompleted;
import health.backstep.plan.history.PlanEvent.ClearanceChanged;
import health.backstep.plan.history.PlanEvent.ClearanceLapsed;
import health.backstep.plan.history.PlanEvent.FlareReported;
import health.backstep.plan.history.PlanEvent.FlareSettled;
import health.backstep.plan.history.PlanEvent.PatientRecorded;
import health.backstep.plan.history.PlanEvent.RedFlagRaised;
import health.backstep.plan.history.PlanEvent.ReviewDecided;
import health.backstep.plan.history.PlanEvent.SessionRecorded;
import health.backstep.plan.history.PlanEvent.TriageOutcome;
import health.backstep.plan.progression.Progressing;
import health.backstep.plan.regression.Regressing;
import health.backstep.plan.regression.Restoring;
import health.backstep.plan.regression.Sparing;
import health.backstep.plan.regression.SteppingBack;
import health.backstep.plan.renewal.Renewing;
import health.backstep.plan.review.Reviewing;
import health.backstep.plan.routine.RoutineBuilder;
import health.backstep.rules.RuleSet;
import health.backstep.wire.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A plan is the fold of its events over a rule set and a catalogue: no clock but the events' own
 * times, no chance, no input from elsewhere. The same events give the same plan, byte for byte.
 */
public final class PlanFold {

  /** Screening rules that withhold no plan, or whose answer is the clearance itself. */
  private static final Set<String> ANSWERED_OTHERWISE =
      Set.of("CL-1", "CL-2", "RF-ADVISORY", "RF-INFLAMMATORY");

  private final Regressing regressing;
  private final Sparing sparing;
  private final Restoring restoring;
  private final Progressing progressing;
  private final Renewing renewing;
  private final Reviewing reviewing;
  private final Versioning versioning;

  public PlanFold(Catalogue catalogue, RuleSet rules) {
    RoutineBuilder builder = new RoutineBuilder(catalogue, rules);
    SteppingBack stepping = new SteppingBack(catalogue, builder, rules);
    this.regressing = new Regressing(stepping, rules);
    this.sparing = new Sparing(stepping);
    this.restoring = new Restoring(stepping, rules);
    this.progressing = new Progressing(builder, rules);
    this.renewing = new Renewing(builder, stepping, rules);
    this.reviewing = new Reviewing(catalogue, builder, restoring, rules);
    this.versioning = new Versioning(rules);
  }

  /** Applies one event. */
  public Step apply(PlanState state, PlanEvent event) {
    PlanState now = state.asOf(event.cause().occurredAt());
    Step step = versioning.version(change(now, event), event.cause());
    return switch (event) {
      case PatientRecorded _, ClearanceChanged _ ->
          new Step(step.state().fittedFrom(state), step.version());
      default -> step;
    };
  }

  /** The state that a history leads to. */
  public PlanState fold(List<PlanEvent> history) {
    PlanState state = PlanState.EMPTY;
    for (PlanEvent event : history) {
      state = apply(state, event).state();
    }
    return state;
  }

  private Change change(PlanState state, PlanEvent event) {
    return switch (event) {
      case PatientRecorded recorded ->
          renewing.onCircumstances(state, state.with(state.circumstances().with(recorded)));
      case ClearanceChanged changed ->
          renewing.onCircumstances(
              state, state.with(state.circumstances().with(clearance(state, changed))));
      case AssessmentCompleted assessment ->
          renewing.onAssessment(flagged(state, assessment), assessment);
      case SessionRecorded session -> onSession(state.trained(session), session);
      case FlareReported flare -> regressing.onFlare(state, flare);
      case FlareSettled settled -> restoring.onSettled(state, settled);
      case RedFlagRaised raised ->
          Change.of(
              state.with(state.circumstances().with(flag(raised))),
              VersionKind.SUSPENDED,
              List.of());
      case ClearanceLapsed lapsed -> Change.none(state);
      case ReviewDecided review ->
          state.isAssessed() ? reviewing.onReview(state, review) : Change.none(state);
    };
  }

  /** In conflict order: soreness, a flare that stays too long, progress. */
  private Change onSession(PlanState state, SessionRecorded session) {
    return session.sore().isEmpty()
        ? regressing
            .onTime(state, session.endedAt())
            .orElseGet(() -> progressing.onSession(state, session))
        : sparing.onSession(state, session);
  }

  /** What of a clinician's edits a plan cannot take, by place. */
  public List<Fault> faults(PlanState state, List<PlanEvent.Edit> edits) {
    return reviewing.faults(state, edits);
  }

  /** A withdrawal hides the plan but does not rebuild it: loading stays as it was last allowed. */
  private static Clearance clearance(PlanState state, ClearanceChanged changed) {
    Optional<Clearance> before = state.circumstances().clearance();
    Optional<Instant> lastCleared = before.flatMap(Clearance::clearedAt);
    return changed.cleared()
        ? new Clearance(
            true,
            changed.loading(),
            changed.validUntil(),
            Optional.of(later(lastCleared, changed.cause().occurredAt())))
        : new Clearance(
            false, before.map(Clearance::loading).orElse(false), changed.validUntil(), lastCleared);
  }

  private static Instant later(Optional<Instant> known, Instant time) {
    return known.filter(time::isBefore).orElse(time);
  }

  /** Any red flag outside of an assessment stops a running plan, urgent or not. */
  private static RedFlag flag(RedFlagRaised raised) {
    return new RedFlag(
        raised.emergency() ? "RF-EMERGENCY" : "RF-URGENT",
        Status.SUSPENDED,
        raised.cause().occurredAt());
  }

  private static PlanState flagged(PlanState state, AssessmentCompleted assessment) {
    if (assessment.triage() == TriageOutcome.EMERGENCY) {
      return with(state, assessment, "RF-EMERGENCY", Status.SUSPENDED);
    }
    return needsAnswer(assessment) ? with(state, assessment, "RF-URGENT", Status.WITHHELD) : state;
  }

  /**
   * Whatever asks for clearance, but for a clearance that is missing: a later rule does as well.
   */
  private static boolean needsAnswer(AssessmentCompleted assessment) {
    return assessment.triage() == TriageOutcome.NEEDS_CLEARANCE
        && (assessment.triageRules().isEmpty()
            || !ANSWERED_OTHERWISE.containsAll(assessment.triageRules()));
  }

  private static PlanState with(
      PlanState state, AssessmentCompleted assessment, String rule, Status status) {
    RedFlag flag = new RedFlag(rule, status, assessment.cause().occurredAt());
    return state.with(state.circumstances().with(flag));
  }
}
