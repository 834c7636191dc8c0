package health.backstep.plan.renewal;

import health.backstep.plan.catalogue.Block;
import health.backstep.plan.catalogue.Kind;
import health.backstep.plan.course.Change;
import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.Policy;
import health.backstep.plan.course.Regression;
import health.backstep.plan.course.Training;
import health.backstep.plan.course.VersionKind;
import health.backstep.plan.decision.Decision;
import health.backstep.plan.decision.Effect;
import health.backstep.plan.history.PlanEvent.AssessmentCompleted;
import health.backstep.plan.routine.Item;
import health.backstep.plan.routine.Needs;
import health.backstep.plan.routine.Routine;
import health.backstep.plan.routine.RoutineBuilder;
import health.backstep.plan.routine.Stage;
import health.backstep.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;

/** Makes a plan anew, from an assessment (RE-1) or because the patient's circumstances changed. */
public final class Renewing {

  private final RoutineBuilder builder;
  private final RuleSet rules;

  public Renewing(RoutineBuilder builder, RuleSet rules) {
    this.builder = builder;
    this.rules = rules;
  }

  /** A new plan; the step back of an earlier flare ends with it. */
  public Change onAssessment(PlanState state, AssessmentCompleted assessment) {
    PlanState assessed = state.with(state.circumstances().with(assessment));
    if (!assessed.isAssessed()) {
      return Change.none(assessed);
    }
    Training training = assessed.training().notRegressed().rescreen(false);
    PlanState renewed =
        assessed.with(training.routine(routine(assessed, levelsToKeep(state, assessed))));
    renewed = renewed.with(renewed.training().sessionsPerWeek(sessions(renewed)));
    return new Change(
        renewed,
        VersionKind.GENERATED,
        because(assessment, state, renewed),
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
        changed ? List.of(Decision.by(rules.rule("PL-EQUIP"), Effect.PLAN_BUILT)) : List.of());
  }

  private List<Decision> because(
      AssessmentCompleted assessment, PlanState before, PlanState renewed) {
    List<Decision> decisions = new ArrayList<>();
    decisions.add(Decision.by(rules.rule("RE-1"), Effect.PLAN_BUILT));
    if (assessment.lowestStageOnly()) {
      decisions.add(Decision.by(rules.rule("CL-2"), Effect.PLAN_BUILT));
    }
    if (assessment.triageRules().contains("RF-ADVISORY")) {
      decisions.add(Decision.by(rules.rule("RF-ADVISORY"), Effect.NOTED));
    }
    for (String rule : List.of("PL-STAGE", "PL-DIR", "PL-TIME", "PL-DOSE")) {
      decisions.add(Decision.by(rules.rule(rule), Effect.PLAN_BUILT));
    }
    if (renewed.policy() == Policy.TIME_CONTINGENT) {
      decisions.add(Decision.by(rules.rule("PL-POLICY"), Effect.PLAN_BUILT));
    }
    for (String excluded : before.learned().excluded().stream().sorted().toList()) {
      decisions.add(
          Decision.change(rules.rule("RG-REPEAT"), Effect.EXERCISE_REMOVED, excluded, null, null));
    }
    return decisions;
  }

  /** A routine for the needs, each exercise at the level that it had in the routine before. */
  private Routine routine(PlanState state, Routine before) {
    return builder.build(state.needs()).map(item -> atLevelReached(item, before, state.needs()));
  }

  /** Nobody begins again at the bottom because of a good assessment. */
  private static Routine levelsToKeep(PlanState before, PlanState after) {
    boolean keep =
        before.isAssessed()
            && before.training().regression().isEmpty()
            && before.needs().stage().compareTo(after.needs().stage()) <= 0;
    return keep ? before.training().routine() : Routine.EMPTY;
  }

  private Item atLevelReached(Item item, Routine before, Needs needs) {
    return before
        .find(item.exerciseId())
        .filter(
            reached ->
                reached.level() <= builder.eligibility().highestLevel(item.exercise(), needs))
        .filter(reached -> reached.level() >= item.level())
        .orElse(item);
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
    int asked = sessions(state);
    Training training = state.training();
    boolean steppedBack = training.regression().isPresent();
    return state.with(
        training.sessionsPerWeek(
            steppedBack ? Math.min(asked, training.sessionsPerWeek()) : asked));
  }

  /** PL-DOSE: strength needs days between. */
  private int sessions(PlanState state) {
    int wished = state.circumstances().patient().orElseThrow().sessionsPerWeek();
    boolean strength =
        state.needs().stage() != Stage.CALM
            && state.training().routine().items().stream()
                .anyMatch(item -> item.exercise().kind() == Kind.STRENGTH);
    return strength
        ? Math.min(wished, rules.rule("PL-DOSE").threshold("strengthDaysPerWeek"))
        : wished;
  }
}
