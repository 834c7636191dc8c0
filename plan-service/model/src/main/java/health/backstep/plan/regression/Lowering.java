package health.backstep.plan.regression;

import health.backstep.plan.catalogue.Direction;
import health.backstep.plan.catalogue.Kind;
import health.backstep.plan.decision.Decision;
import health.backstep.plan.decision.Effect;
import health.backstep.plan.routine.Item;
import health.backstep.plan.routine.Needs;
import health.backstep.plan.routine.Routine;
import health.backstep.plan.routine.RoutineBuilder;
import health.backstep.rules.Rule;
import java.util.Optional;
import java.util.Set;

/** The ways in which a routine gets easier. None of them ever adds load. */
final class Lowering {

  private final RoutineBuilder builder;
  private final Needs needs;

  Lowering(RoutineBuilder builder, Needs needs) {
    this.builder = builder;
    this.needs = needs;
  }

  /** One exercise some levels down, or replaced when it is at the lowest. */
  StepBack levelDownOrSwap(StepBack step, Item item, int levels, Rule rule) {
    return item.level() > 1 ? levelDown(step, item, levels, rule) : swap(step, item, rule);
  }

  StepBack levelDown(StepBack step, Item item, int levels, Rule rule) {
    Item lower = item.down(levels);
    return lower.equals(item)
        ? step
        : step.to(
            step.routine().replace(item.exerciseId(), lower),
            change(rule, Effect.LEVEL_LOWERED, item, lower.words()));
  }

  /**
   * One exercise replaced by another for the same purpose; left out when there is none, but for the
   * last warm-up.
   */
  StepBack swap(StepBack step, Item item, Rule rule) {
    Optional<Item> other =
        builder
            .substitute(item, step.routine(), needs)
            .filter(substitute -> keepsTime(step.routine(), item, substitute));
    if (other.isPresent()) {
      return step.to(
          step.routine().replace(item.exerciseId(), other.get()),
          change(rule, Effect.EXERCISE_SWAPPED, item, other.get().words()));
    }
    return isLastWarmUp(item, step.routine())
        ? levelDown(step, item, item.level(), rule)
        : step.to(
            step.routine().without(item.exerciseId()),
            change(rule, Effect.EXERCISE_REMOVED, item, null));
  }

  /** All strength exercises some levels down. */
  StepBack strengthDown(StepBack step, int levels, Rule rule) {
    StepBack lower = step;
    for (Item item : step.routine().items()) {
      if (item.exercise().kind() == Kind.STRENGTH) {
        lower = levelDown(lower, item, levels, rule);
      }
    }
    return lower;
  }

  /** Less of everything but the positions that ease. */
  StepBack dose(StepBack step, int percent, Rule rule) {
    Routine before = step.routine();
    Routine less =
        before.map(item -> item.exercise().kind() == Kind.RELIEF ? item : item.lessBy(percent));
    return step.to(
        less, Decision.change(rule, Effect.DOSE_LOWERED, null, work(before), work(less)));
  }

  /** Only what eases and moves gently. */
  StepBack gentleOnly(StepBack step, Rule rule) {
    Routine gentle = builder.gentle(step.routine(), needs);
    StepBack paused = step;
    for (Item item : step.routine().items()) {
      if (!gentle.has(item.exerciseId())) {
        paused = paused.also(change(rule, Effect.EXERCISE_PAUSED, item, null));
      }
    }
    for (Item item : gentle.items()) {
      if (!step.routine().has(item.exerciseId())) {
        paused =
            paused.also(
                Decision.change(
                    rule, Effect.EXERCISE_ADDED, item.exerciseId(), null, item.words()));
      }
    }
    return paused.to(
        gentle,
        Decision.change(rule, Effect.DOSE_LOWERED, null, work(step.routine()), work(gentle)));
  }

  /** Every exercise that moves in one of the directions replaced. */
  StepBack withoutDirections(StepBack step, Set<Direction> directions, Rule rule) {
    StepBack safer = step;
    for (Item item : step.routine().items()) {
      if (directions.contains(item.exercise().direction())) {
        safer = swap(safer, item, rule);
      }
    }
    return safer;
  }

  /** Never longer than the patient's minutes because of it (PL-TIME). */
  private boolean keepsTime(Routine routine, Item item, Item substitute) {
    return !builder.fits(routine, needs)
        || builder.fits(routine.replace(item.exerciseId(), substitute), needs);
  }

  private static boolean isLastWarmUp(Item item, Routine routine) {
    return item.exercise().warmsUp()
        && routine.items().stream().filter(other -> other.exercise().warmsUp()).count() == 1;
  }

  private static Decision change(Rule rule, Effect effect, Item item, String after) {
    return Decision.change(rule, effect, item.exerciseId(), item.words(), after);
  }

  private static String work(Routine routine) {
    return routine.load() + " seconds of work in a session";
  }
}
