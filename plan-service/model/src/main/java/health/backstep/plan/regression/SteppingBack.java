package health.backstep.plan.regression;

import health.backstep.plan.catalogue.Catalogue;
import health.backstep.plan.catalogue.Direction;
import health.backstep.plan.catalogue.Exercise;
import health.backstep.plan.course.Learned;
import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.Regression;
import health.backstep.plan.course.StepDown;
import health.backstep.plan.course.Training;
import health.backstep.plan.decision.Decision;
import health.backstep.plan.decision.Effect;
import health.backstep.plan.history.PlanEvent.FlareReported;
import health.backstep.plan.history.PlanEvent.SessionRecorded;
import health.backstep.plan.routine.Item;
import health.backstep.plan.routine.RoutineBuilder;
import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/** Lowers a plan step by step: the same steps from the same plan always lead to the same one. */
public final class SteppingBack {

  private final Catalogue catalogue;
  private final RoutineBuilder builder;
  private final RuleSet rules;
  private final BySeverity bySeverity;
  private final Rule soreness;

  public SteppingBack(Catalogue catalogue, RoutineBuilder builder, RuleSet rules) {
    this.catalogue = catalogue;
    this.builder = builder;
    this.rules = rules;
    this.bySeverity = new BySeverity(rules);
    this.soreness = rules.rule("SO-3");
  }

  /** All steps of a step back, from what is usual now. */
  public StepBack all(PlanState state, Regression regression) {
    StepBack step = StepBack.none(regression.usual().routine());
    Learned learned = regression.usual().learned();
    for (StepDown down : regression.steps()) {
      learned = learned(learned, down);
      step = take(step, down, state.with(learned));
    }
    return withoutExcluded(step, state);
  }

  /** The next step, from where the patient is now. */
  StepBack next(PlanState state, StepDown.OfFlare down) {
    Training training = state.training();
    Learned hurt =
        training
            .regression()
            .map(running -> state.learned().excluding(running.provoking()))
            .orElse(state.learned());
    return take(StepBack.none(training.routine()), down, state.with(learned(hurt, down)));
  }

  /** Nothing that hurt in this flare takes the place of something else that hurt. */
  private Learned learned(Learned before, StepDown down) {
    return switch (down) {
      case StepDown.OfFlare(FlareReported flare, _, _) ->
          before.forbidding(directionsToExclude(flare)).excluding(flare.provoking());
      case StepDown.Known(Learned known) -> known;
      case StepDown.OfSoreness _, StepDown.Held _ -> before;
    };
  }

  /** Every exercise that is out meanwhile replaced. */
  StepBack withoutExcluded(StepBack step, PlanState state) {
    Lowering lowering = new Lowering(builder, state.needs());
    StepBack allowed = step;
    for (Item item : step.routine().items()) {
      if (!builder.eligibility().allows(item.exercise(), state.needs())) {
        allowed = lowering.swap(allowed, item, ruleAgainst(item, state));
      }
    }
    return allowed;
  }

  /** What was learned during the flare, or else what the patient has at hand now. */
  private Rule ruleAgainst(Item item, PlanState state) {
    if (state.learned().forbidden().contains(item.exercise().direction())) {
      return rules.rule("RG-DIR");
    }
    return rules.rule(
        state.learned().excluded().contains(item.exerciseId()) ? "RG-REPEAT" : "PL-EQUIP");
  }

  StepBack take(StepBack step, StepDown down, PlanState state) {
    Lowering lowering = new Lowering(builder, state.needs());
    return switch (down) {
      case StepDown.OfFlare flare -> flare(step, flare, lowering, state);
      case StepDown.Known _ -> withoutExcluded(step, state);
      case StepDown.Held _ -> lowering.gentleOnly(step, rules.rule("RV-1"));
      case StepDown.OfSoreness sore -> soreness(step, sore.session(), lowering);
    };
  }

  /** The directions in which pain moved down the leg (RG-DIR). */
  Set<Direction> directionsToExclude(FlareReported flare) {
    if (!flare.radiating()) {
      return Set.of();
    }
    return flare.provoking().stream()
        .flatMap(id -> catalogue.find(id).stream())
        .map(Exercise::direction)
        .filter(direction -> direction != Direction.NEUTRAL)
        .collect(Collectors.toSet());
  }

  private StepBack flare(StepBack step, StepDown.OfFlare down, Lowering lowering, PlanState state) {
    StepBack safer = withoutDirections(step, directionsToExclude(down.flare()), lowering);
    StepBack told =
        down.late() ? safer.also(Decision.by(rules.rule("RG-STALE"), Effect.NOTED)) : safer;
    return switch (down.extent()) {
      case GENTLEST -> bySeverity.gentlest(told, lowering, down.flare(), rules.rule("RG-CAP"));
      case NO_FURTHER -> told;
      case BY_SEVERITY -> bySeverity.stepBack(told, lowering, state.policy(), down.flare());
    };
  }

  private StepBack withoutDirections(StepBack step, Set<Direction> directions, Lowering lowering) {
    Rule rule = rules.rule("RG-DIR");
    return directions.isEmpty()
        ? step
        : lowering
            .withoutDirections(step, directions, rule)
            .also(Decision.by(rule, Effect.DIRECTION_EXCLUDED));
  }

  private StepBack soreness(StepBack step, SessionRecorded session, Lowering lowering) {
    StepBack easier = step;
    for (String sore : session.sore()) {
      StepBack before = easier;
      easier =
          before
              .routine()
              .find(sore)
              .map(
                  item ->
                      lowering.levelDown(before, item, soreness.threshold("levelsDown"), soreness))
              .orElse(before);
    }
    int days = soreness.threshold("daysOff");
    return easier.recovering(
        0,
        Duration.ofDays(days),
        Decision.change(soreness, Effect.RECOVERY_ADDED, null, null, days + " days off"));
  }
}
