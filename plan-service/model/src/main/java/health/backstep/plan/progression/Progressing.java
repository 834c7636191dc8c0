package health.backstep.plan.progression;

import health.backstep.plan.course.Change;
import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.course.Streak;
import health.backstep.plan.course.VersionKind;
import health.backstep.plan.decision.Decision;
import health.backstep.plan.decision.Effect;
import health.backstep.plan.gate.Status;
import health.backstep.plan.history.PlanEvent.SessionRecorded;
import health.backstep.plan.routine.Item;
import health.backstep.plan.routine.Needs;
import health.backstep.plan.routine.Routine;
import health.backstep.plan.routine.RoutineBuilder;
import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What good sessions do to a plan: PR-1 within PR-CAP, and never while RF-RESCREEN waits for an
 * answer.
 */
public final class Progressing {

  private final RoutineBuilder builder;
  private final RuleSet rules;
  private final Rule step;

  public Progressing(RoutineBuilder builder, RuleSet rules) {
    this.builder = builder;
    this.rules = rules;
    this.step = rules.rule("PR-1");
  }

  public Change onSession(PlanState state, SessionRecorded session) {
    if (!counts(state, session)) {
      return Change.none(state);
    }
    Streak streak = state.training().streak();
    boolean good = session.green() && session.donePercent() >= step.threshold("donePercent");
    PlanState counted =
        state.with(
            state
                .training()
                .streak(good ? streak.green(session.greenExercises()) : streak.broken()));
    return mayStepUp(counted, session.endedAt())
        ? stepUp(counted, session.endedAt())
        : Change.none(counted);
  }

  /**
   * Sessions of an older plan, of a plan in a step back or of one that is not active teach nothing
   * here.
   */
  private static boolean counts(PlanState state, SessionRecorded session) {
    return state.training().regression().isEmpty()
        && state
            .current()
            .filter(plan -> plan.status() == Status.ACTIVE)
            .map(PlanVersion::number)
            .filter(number -> number == session.planVersion())
            .isPresent();
  }

  private boolean mayStepUp(PlanState state, Instant at) {
    Streak streak = state.training().streak();
    return streak.greens() >= step.threshold("greenSessions")
        && streak.lastStep().map(last -> isDaysBefore(last, at)).orElse(true)
        && !state.training().rescreen()
        && isAssessmentRecent(state, at);
  }

  private boolean isDaysBefore(Instant last, Instant at) {
    Duration between = Duration.ofDays(step.threshold("daysBetweenSteps"));
    return !at.isBefore(last.plus(between));
  }

  private boolean isAssessmentRecent(PlanState state, Instant at) {
    Duration days = Duration.ofDays(rules.rule("RF-RESCREEN").threshold("assessmentDays"));
    return state
        .circumstances()
        .assessment()
        .map(assessment -> !at.isAfter(assessment.assessedAt().plus(days)))
        .orElse(false);
  }

  private Change stepUp(PlanState state, Instant at) {
    Routine before = state.training().routine();
    Routine after = before;
    List<Decision> decisions = new ArrayList<>();
    for (Item item : before.items()) {
      Routine raised = raise(after, item, state);
      if (!raised.equals(after) && isWithinCap(before, raised, decisions.isEmpty())) {
        after = raised;
        decisions.add(
            Decision.change(
                step,
                Effect.LEVEL_RAISED,
                item.exerciseId(),
                item.words(),
                raised.find(item.exerciseId()).orElseThrow().words()));
      }
    }
    if (decisions.isEmpty()) {
      return Change.none(state);
    }
    decisions.add(Decision.by(rules.rule("PR-CAP"), Effect.NOTED));
    PlanState raised =
        state.with(state.training().routine(after).streak(state.training().streak().stepped(at)));
    return Change.of(raised, VersionKind.PROGRESSED, decisions);
  }

  private Routine raise(Routine routine, Item item, PlanState state) {
    Needs needs = state.needs();
    boolean earned =
        item.exercise().kind().isProgressive()
            && state.training().streak().exercises().contains(item.exerciseId())
            && item.level() < builder.eligibility().highestLevel(item.exercise(), needs);
    if (!earned) {
      return routine;
    }
    Routine raised = routine.replace(item.exerciseId(), item.up(1));
    return builder.fits(raised, needs) ? raised : routine;
  }

  /** PR-CAP: one exercise may always go a level up, more only within the cap. */
  private boolean isWithinCap(Routine before, Routine raised, boolean first) {
    int percent = rules.rule("PR-CAP").threshold("weeklyLoadPercent");
    return first || raised.load() * 100L <= before.load() * (100L + percent);
  }
}
