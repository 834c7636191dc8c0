package health.backstep.plan.renewal;

import health.backstep.plan.catalogue.Block;
import health.backstep.plan.course.Change;
import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.Regression;
import health.backstep.plan.course.Training;
import health.backstep.plan.course.VersionKind;
import health.backstep.plan.history.PlanEvent.AssessmentCompleted;
import health.backstep.plan.routine.Item;
import health.backstep.plan.routine.Needs;
import health.backstep.plan.routine.Routine;
import health.backstep.plan.routine.RoutineBuilder;
import health.backstep.rules.RuleSet;
import java.util.List;

/** Makes a plan anew, from an assessment (RE-1) or because the patient's circumstances changed. */
public final class Renewing {

  private final RoutineBuilder builder;
  private final RuleSet rules;
  private final Grounds grounds;
  private final Week week;

  public Renewing(RoutineBuilder builder, RuleSet rules) {
    this.builder = builder;
    this.rules = rules;
    this.week = new Week(rules);
    this.grounds = new Grounds(rules, week);
  }

  /** A new plan; the step back of an earlier flare ends with it. */
  public Change onAssessment(PlanState state, AssessmentCompleted assessment) {
    PlanState assessed = state.with(state.circumstances().with(assessment, rules));
    if (!assessed.isAssessed()) {
      return Change.none(assessed);
    }
    Training training = assessed.training().notRegressed().rescreen(false);
    PlanState renewed =
        assessed.with(training.routine(routine(assessed, levelsToKeep(state, assessed))));
    renewed = renewed.with(renewed.training().sessionsPerWeek(week.sessions(renewed)));
    return new Change(
        renewed,
        VersionKind.GENERATED,
        grounds.of(assessment, renewed),
        java.util.Optional.empty(),
        false,
        true);
  }

  /** The same plan, fitted to circumstances that differ from before. */
  public Change onCircumstances(PlanState before, PlanState after) {
    if (!after.isAssessed() || (before.isAssessed() && before.needs().equals(after.needs()))) {
      return Change.none(withSessions(after));
    }
    Training training = after.training();
    Routine usual = training.regression().map(Regression::before).orElse(training.routine());
    Routine fitting = routine(after, usual);
    Training fitted =
        training
            .regression()
            .map(
                stepBack ->
                    training
                        .routine(onlyFitting(training.routine(), after.needs()))
                        .regressed(stepBack.from(fitting)))
            .orElseGet(() -> training.routine(fitting));
    boolean changed = !fitted.routine().equals(training.routine());
    return Change.of(
        withSessions(after.with(fitted)),
        VersionKind.GENERATED,
        changed ? grounds.ofCircumstances(before, after) : List.of());
  }

  /** A routine for the needs, each exercise at the level that it had in the routine before. */
  private Routine routine(PlanState state, Routine before) {
    Needs needs = state.needs();
    Routine kept = builder.build(needs);
    for (Item item : kept.items()) {
      Routine reached = kept.replace(item.exerciseId(), atLevelReached(item, before, needs));
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

  /** In the amount for the age of now, when the level is still allowed and not lower than new. */
  private Item atLevelReached(Item item, Routine before, Needs needs) {
    return before
        .find(item.exerciseId())
        .filter(
            reached ->
                reached.level() <= builder.eligibility().highestLevel(item.exercise(), needs))
        .filter(reached -> reached.level() >= item.level())
        .map(reached -> reached.exercise().equals(item.exercise()) ? reached : again(item, reached))
        .orElse(item);
  }

  private static Item again(Item item, Item reached) {
    return Item.at(item.exercise(), reached.level());
  }

  private Routine onlyFitting(Routine routine, Needs needs) {
    Routine fitting = routine;
    for (Item item : routine.items()) {
      if (!builder.eligibility().allows(item.exercise(), needs)
          && !item.exercise().kind().isGentle()) {
        fitting = fitting.without(item.exerciseId());
      }
    }
    List<Item> fromTheEnd = fitting.items().reversed();
    for (Item item : fromTheEnd) {
      if (!builder.fits(fitting, needs) && item.exercise().block() != Block.WARM_UP) {
        fitting = fitting.without(item.exerciseId());
      }
    }
    return fitting;
  }

  private PlanState withSessions(PlanState state) {
    if (!state.isAssessed()) {
      return state;
    }
    int asked = week.sessions(state);
    Training training = state.training();
    boolean steppedBack = training.regression().isPresent();
    return state.with(
        training.sessionsPerWeek(
            steppedBack ? Math.min(asked, training.sessionsPerWeek()) : asked));
  }
}
