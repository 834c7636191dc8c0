package health.backstep.plan.progression;

import health.backstep.plan.course.Change;
import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.Streak;
import health.backstep.plan.course.Training;
import health.backstep.plan.course.VersionKind;
import health.backstep.plan.decision.Decision;
import health.backstep.plan.decision.Effect;
import health.backstep.plan.gate.Status;
import health.backstep.plan.history.PlanEvent.ExerciseDone;
import health.backstep.plan.history.PlanEvent.SessionRecorded;
import health.backstep.plan.routine.RoutineBuilder;
import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What good sessions do to a plan: PR-1 and PR-2 within PR-CAP, and never while RF-RESCREEN waits
 * for an answer.
 */
public final class Progressing {

  private final RoutineBuilder builder;
  private final RuleSet rules;
  private final Rule inARow;
  private final Rule toSpare;
  private final Surplus surplus;

  public Progressing(RoutineBuilder builder, RuleSet rules) {
    this.builder = builder;
    this.rules = rules;
    this.inARow = rules.rule("PR-1");
    this.toSpare = rules.rule("PR-2");
    this.surplus = new Surplus(toSpare);
  }

  public Change onSession(PlanState state, SessionRecorded session) {
    if (!counts(state, session)) {
      return Change.none(state);
    }
    PlanState counted = state.with(count(state.training(), session));
    Set<String> spare = surplus.earned(counted.training().streak().surplus());
    boolean row = counted.training().streak().greens() >= inARow.threshold("greenSessions");
    if ((!row && spare.isEmpty()) || !isStepDue(counted, session.endedAt())) {
      return Change.none(counted);
    }
    if (counted.training().rescreen()) {
      return Change.none(counted);
    }
    return isAssessmentRecent(counted, session.endedAt())
        ? stepUp(counted, spare, row, session.endedAt())
        : askSafetyQuestions(counted);
  }

  /**
   * Sessions with other exercises than those of now, of a plan in a step back or of one that is not
   * active teach nothing here.
   */
  private static boolean counts(PlanState state, SessionRecorded session) {
    return state.training().regression().isEmpty()
        && session.planVersion() >= state.told().since()
        && state.current().filter(plan -> plan.status() == Status.ACTIVE).isPresent();
  }

  private Training count(Training training, SessionRecorded session) {
    Streak streak = training.streak();
    boolean good = session.green() && session.donePercent() >= inARow.threshold("donePercent");
    Streak counted = good ? streak.green(doneGreen(session)) : streak.broken();
    return training.streak(
        counted.surplus(surplus.count(streak.surplus(), training.routine(), session)));
  }

  private Set<String> doneGreen(SessionRecorded session) {
    int greenUpTo = rules.rule("PM-GREEN").threshold("painUpTo");
    return session.exercises().stream()
        .filter(done -> done.painDuring() <= greenUpTo && !done.stopped())
        .map(ExerciseDone::exerciseId)
        .collect(Collectors.toSet());
  }

  private boolean isStepDue(PlanState state, Instant at) {
    Duration between = Duration.ofDays(inARow.threshold("daysBetweenSteps"));
    return state
        .training()
        .streak()
        .lastStep()
        .map(last -> !at.isBefore(last.plus(between)))
        .orElse(true);
  }

  private boolean isAssessmentRecent(PlanState state, Instant at) {
    Duration days = Duration.ofDays(rules.rule("RF-RESCREEN").threshold("assessmentDays"));
    return state
        .circumstances()
        .assessment()
        .map(assessment -> !at.isAfter(assessment.assessedAt().plus(days)))
        .orElse(false);
  }

  /** A step was earned, but the answers are too old to build on: they are asked for once. */
  private Change askSafetyQuestions(PlanState state) {
    return Change.told(
        state.with(state.training().rescreen(true)),
        List.of(Decision.by(rules.rule("RF-RESCREEN"), Effect.SAFETY_QUESTIONS_ASKED)));
  }

  private Change stepUp(PlanState state, Set<String> spare, boolean row, Instant at) {
    Training training = state.training();
    StepUp step = new StepUp(builder, state.needs(), training.routine(), rules);
    if (row) {
      step.raiseLevels(training.streak().exercises(), inARow);
    }
    if (step.decisions().isEmpty()) {
      step.raiseDoses(spare, toSpare);
    }
    return step.decisions().isEmpty()
        ? Change.none(state)
        : Change.of(
            state.with(
                training
                    .keepingNothing()
                    .routine(step.routine())
                    .streak(training.streak().stepped(at))),
            VersionKind.PROGRESSED,
            step.decisions());
  }
}
