package health.backstep.plan.progression;

import health.backstep.plan.decision.Decision;
import health.backstep.plan.decision.Effect;
import health.backstep.plan.routine.Item;
import health.backstep.plan.routine.Needs;
import health.backstep.plan.routine.Routine;
import health.backstep.plan.routine.RoutineBuilder;
import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Raises exercises within PR-CAP, in the order of the routine. One of them may always go a level
 * up; all others together stay within the cap. Where a level is too much the amount grows instead.
 */
final class StepUp {

  private final RoutineBuilder builder;
  private final Needs needs;
  private final Rule cap;
  private final Routine before;
  private final List<Decision> decisions = new ArrayList<>();
  private Routine after;
  private boolean levelRaised;

  StepUp(RoutineBuilder builder, Needs needs, Routine before, RuleSet rules) {
    this.builder = builder;
    this.needs = needs;
    this.cap = rules.rule("PR-CAP");
    this.before = before;
    this.after = before;
  }

  /** Each earned exercise a level up, or else a dose. */
  void raiseLevels(Set<String> earned, Rule because) {
    for (Item item : progressive(earned)) {
      if (!raiseLevel(item, because)) {
        raiseDose(item, because);
      }
    }
  }

  /** Each earned exercise a dose up. */
  void raiseDoses(Set<String> earned, Rule because) {
    progressive(earned).forEach(item -> raiseDose(item, because));
  }

  Routine routine() {
    return after;
  }

  /** Empty when nothing could go up. */
  List<Decision> decisions() {
    return decisions.isEmpty()
        ? List.of()
        : Stream.concat(decisions.stream(), Stream.of(Decision.by(cap, Effect.NOTED))).toList();
  }

  private List<Item> progressive(Set<String> earned) {
    return before.items().stream()
        .filter(item -> item.exercise().kind().isProgressive())
        .filter(item -> earned.contains(item.exerciseId()))
        .toList();
  }

  private boolean raiseLevel(Item item, Rule because) {
    if (item.level() >= builder.eligibility().highestLevel(item.exercise(), needs)) {
      return false;
    }
    boolean raised = raise(item, item.up(1), !levelRaised, because, Effect.LEVEL_RAISED);
    levelRaised |= raised;
    return raised;
  }

  private void raiseDose(Item item, Rule because) {
    Item more = item.moreBy(cap.threshold("doseStepPercent"));
    int most =
        Item.at(item.exercise(), item.level()).load() * cap.threshold("mostPercentOfLevel") / 100;
    if (more.load() <= most) {
      raise(item, more, false, because, Effect.DOSE_RAISED);
    }
  }

  private boolean raise(Item item, Item higher, boolean beyondCap, Rule because, Effect effect) {
    Routine raised = after.replace(item.exerciseId(), higher);
    boolean allowed = builder.fits(raised, needs) && (beyondCap || isWithinCap(raised));
    if (allowed) {
      after = raised;
      decisions.add(
          Decision.change(because, effect, item.exerciseId(), item.words(), higher.words()));
    }
    return allowed;
  }

  private boolean isWithinCap(Routine raised) {
    return raised.load() * 100L <= before.load() * (100L + cap.threshold("weeklyLoadPercent"));
  }
}
