package health.backstep.plan.renewal;

import health.backstep.plan.course.Change;
import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.Regression;
import health.backstep.plan.course.Training;
import health.backstep.plan.course.Usual;
import health.backstep.plan.course.VersionKind;
import health.backstep.plan.history.PlanEvent.AssessmentCompleted;
import health.backstep.plan.regression.StepBack;
import health.backstep.plan.regression.SteppingBack;
import health.backstep.plan.routine.Item;
import health.backstep.plan.routine.Needs;
import health.backstep.plan.routine.Routine;
import health.backstep.plan.routine.RoutineBuilder;
import health.backstep.rules.RuleSet;
import java.util.List;
import java.util.Optional;

/** Makes a plan anew, from an assessment (RE-1) or because the patient's circumstances changed. */
public final class Renewing {

  private final RoutineBuilder builder;
  private final SteppingBack stepping;
  private final RuleSet rules;
  private final Grounds grounds;
  private final Week week;

  public Renewing(RoutineBuilder builder, SteppingBack stepping, RuleSet rules) {
    this.builder = builder;
    this.stepping = stepping;
    this.rules = rules;
    this.week = new Week(rules);
    this.grounds = new Grounds(rules, week);
  }

  /**
   * A new plan; the step back of an earlier flare ends with it. An assessment that is older than
   * the one in force only adds its safety answers.
   */
  public Change onAssessment(PlanState state, AssessmentCompleted assessment) {
    if (isOutdated(state, assessment)) {
      return Change.none(state);
    }
    PlanState assessed = state.with(state.circumstances().with(assessment, rules));
    if (!assessed.isAssessed()) {
      return Change.none(assessed);
    }
    Routine routine = routine(assessed, levelsToKeep(state, assessed), false);
    int sessions = week.sessions(assessed.with(assessed.training().routine(routine)));
    PlanState renewed = assessed.with(held(assessed, assessment, routine, sessions));
    return new Change(
        renewed,
        VersionKind.GENERATED,
        grounds.of(assessment, renewed),
        Optional.empty(),
        false,
        true);
  }

  private static boolean isOutdated(PlanState state, AssessmentCompleted assessment) {
    return state
        .circumstances()
        .assessment()
        .filter(known -> known.assessedAt().isAfter(assessment.assessedAt()))
        .isPresent();
  }

  /**
   * A review that is open stays so: the new plan waits, and only its gentlest part is there. A
   * flare reported after the assessment stays as well, and so do the questions that it asks.
   */
  private Training held(
      PlanState assessed, AssessmentCompleted assessment, Routine routine, int sessions) {
    Training training = assessed.training().keepingNothing();
    Usual usual = new Usual(routine, sessions, assessed.learned());
    Optional<Regression> later =
        training.regression().filter(running -> isLater(running, assessment));
    if (!training.inReview() && later.isEmpty()) {
      return training.rescreen(false).notRegressed().routine(routine).sessionsPerWeek(sessions);
    }
    Regression step = later.or(training::regression).orElseGet(() -> review(assessment, usual));
    Training waiting =
        training.rescreen(training.rescreen() && later.isPresent()).regressed(step.of(usual));
    return trained(
        assessed.with(training.inReview() ? waiting.regressed(step.of(usual).alsoHeld()) : waiting),
        usual);
  }

  private static boolean isLater(Regression running, AssessmentCompleted assessment) {
    return running.lastReport().filter(at -> !at.isBefore(assessment.assessedAt())).isPresent();
  }

  private static Regression review(AssessmentCompleted assessment, Usual usual) {
    return Regression.held(assessment.cause().eventId(), assessment.assessedAt(), usual);
  }

  /**
   * The same plan, fitted to circumstances that differ from before. Within a flare that is the
   * usual plan; the steps back are taken again from it.
   */
  public Change onCircumstances(PlanState before, PlanState after) {
    if (!after.isAssessed() || (before.isAssessed() && before.needs().equals(after.needs()))) {
      return Change.none(after);
    }
    PlanState lasting = after.with(kept(before, after));
    PlanState fitted = lasting.with(trained(lasting, usual(before, lasting)));
    boolean changed = !fitted.training().equals(after.training());
    return Change.of(
        fitted,
        VersionKind.GENERATED,
        changed ? grounds.ofCircumstances(before, after, fitted) : List.of());
  }

  /** What stays lower after a flare, from what would be usual without it. */
  private Training kept(PlanState before, PlanState after) {
    Training training = after.training();
    return training
        .kept()
        .map(kept -> training.kept(kept.of(fitted(kept.usual(), before, after))))
        .orElse(training);
  }

  /** What is usual in other circumstances; what stays lower after a flare stays so. */
  private Usual usual(PlanState before, PlanState after) {
    Usual usual = after.training().usual(after.learned());
    if (after.training().kept().isEmpty()) {
      return fitted(usual, before, after);
    }
    Regression kept = after.training().kept().get();
    StepBack step = stepping.all(after.with(usual.learned()), kept);
    return new Usual(
        step.routine(), step.sessions(kept.usual().sessionsPerWeek()), usual.learned());
  }

  private Usual fitted(Usual usual, PlanState before, PlanState after) {
    PlanState unhurt = after.with(usual.learned());
    Routine routine =
        stillFits(usual.routine(), before, after)
            ? usual.routine()
            : routine(unhurt, usual.routine(), true);
    int asked = week.sessions(unhurt.with(after.training().routine(routine)));
    boolean wished = !before.isAssessed() || wish(before) != wish(after);
    int sessions = wished ? asked : Math.min(asked, usual.sessionsPerWeek());
    return new Usual(routine, sessions, usual.learned());
  }

  private static int wish(PlanState state) {
    return state.needs().sessionsPerWeek();
  }

  private Training trained(PlanState state, Usual usual) {
    Training training = state.training();
    if (training.regression().isEmpty()) {
      return training.routine(usual.routine()).sessionsPerWeek(usual.sessionsPerWeek());
    }
    Regression same = training.regression().get().of(usual);
    StepBack step = stepping.all(state, same);
    return training
        .regression(same)
        .routine(step.routine())
        .sessionsPerWeek(step.sessions(usual.sessionsPerWeek()));
  }

  /** Nothing is different but the days in the week, and there is not too much for them. */
  private boolean stillFits(Routine usual, PlanState before, PlanState after) {
    Needs needs = after.needs();
    return before.isAssessed()
        && before.needs().inAWeekOf(needs.sessionsPerWeek()).equals(needs)
        && usual.items().stream().allMatch(item -> item.level() <= highest(item, needs));
  }

  /** A routine for the needs, each exercise at the level that it had in the routine before. */
  private Routine routine(PlanState state, Routine before, boolean alsoLower) {
    Needs needs = state.needs();
    Routine kept = builder.build(needs);
    for (Item item : kept.items()) {
      Routine reached =
          kept.replace(item.exerciseId(), atLevelReached(item, before, needs, alsoLower));
      kept = builder.fits(reached, needs) ? reached : kept;
    }
    return kept;
  }

  /** Nobody begins again at the bottom because of a good assessment, but after a lay-off. */
  private static Routine levelsToKeep(PlanState before, PlanState after) {
    boolean keep =
        before.isAssessed()
            && before.training().regression().isEmpty()
            && !after.circumstances().background().afterLayOff()
            && before.needs().stage().compareTo(after.needs().stage()) <= 0;
    return keep ? before.training().routine() : Routine.EMPTY;
  }

  /** As far as it is still allowed, and in the amount for the age of now. */
  private Item atLevelReached(Item item, Routine before, Needs needs, boolean alsoLower) {
    Optional<Item> reached =
        before.find(item.exerciseId()).filter(known -> alsoLower || known.level() >= item.level());
    if (reached.isEmpty()) {
      return item;
    }
    int level = Math.min(reached.get().level(), highest(item, needs));
    boolean same =
        level == reached.get().level() && reached.get().exercise().equals(item.exercise());
    return same ? reached.get() : Item.at(item.exercise(), level);
  }

  private int highest(Item item, Needs needs) {
    return builder.eligibility().highestLevel(item.exercise(), needs);
  }
}
