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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes a plan anew, from an assessment (RE-1) or because the patient's circumstances changed. */
public final class Renewing {

  private static final Comparator<Item> BY_PRIORITY =
      Comparator.comparing(item -> item.exercise().purpose());

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
        Optional.empty(),
        false,
        true);
  }

  /** The same plan, fitted to circumstances that differ from before. */
  public Change onCircumstances(PlanState before, PlanState after) {
    Training training = after.training();
    Routine usual = training.regression().map(Regression::before).orElse(training.routine());
    if (!after.isAssessed() || stillFits(usual, before, after)) {
      return Change.none(withSessions(after));
    }
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

  /** Nothing is different but the days in the week, and there is not too much for them. */
  private boolean stillFits(Routine usual, PlanState before, PlanState after) {
    Needs needs = after.needs();
    return before.isAssessed()
        && before.needs().inAWeekOf(needs.sessionsPerWeek()).equals(needs)
        && usual.items().stream().allMatch(item -> item.level() <= highest(item, needs));
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

  /** As far as it is still allowed, and in the amount for the age of now. */
  private Item atLevelReached(Item item, Routine before, Needs needs) {
    Optional<Item> reached =
        before.find(item.exerciseId()).filter(known -> known.level() >= item.level());
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

  private Routine onlyFitting(Routine routine, Needs needs) {
    Routine fitting = routine;
    for (Item item : routine.items()) {
      if (!builder.eligibility().allows(item.exercise(), needs)
          && !item.exercise().kind().isGentle()) {
        fitting = fitting.without(item.exerciseId());
      }
    }
    for (Item item : leastImportantFirst(fitting)) {
      if (!builder.fits(fitting, needs) && item.exercise().block() != Block.WARM_UP) {
        fitting = fitting.without(item.exerciseId());
      }
    }
    return fitting;
  }

  /** PL-ORDER: what the eight priorities name last is dropped first. */
  private static List<Item> leastImportantFirst(Routine routine) {
    return routine.items().reversed().stream().sorted(BY_PRIORITY.reversed()).toList();
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
