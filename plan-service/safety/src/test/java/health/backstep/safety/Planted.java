package health.backstep.safety;

import health.backstep.plan.catalogue.Exercise;
import health.backstep.plan.catalogue.Stance;
import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.decision.Decision;
import health.backstep.plan.fold.Step;
import health.backstep.plan.history.Cause;
import health.backstep.plan.history.PlanEvent;
import health.backstep.plan.history.PlanEvent.ClearanceChanged;
import health.backstep.plan.routine.Item;
import health.backstep.plan.routine.Routine;
import health.backstep.safety.run.Planner;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Ways to plant a fault into a planner. */
final class Planted {

  private Planted() {}

  /** Events of some kind have no effect. */
  static Planner deafTo(Planner planner, Predicate<PlanEvent> event) {
    return (state, heard) ->
        event.test(heard) ? new Step(state, Optional.empty()) : planner.apply(state, heard);
  }

  /** The planner hears something else than what was said. */
  static Planner mishearing(Planner planner, UnaryOperator<PlanEvent> other) {
    return (state, said) -> planner.apply(state, other.apply(said));
  }

  /** Clearance answers each flag that arrived before it, even one that was raised after it. */
  static Planner answeringWhateverCameBefore(Planner planner) {
    return (state, event) ->
        planner.apply(state, event instanceof ClearanceChanged it ? afterFlags(it, state) : event);
  }

  private static PlanEvent afterFlags(ClearanceChanged it, PlanState state) {
    Instant latest =
        state.circumstances().flags().stream()
            .map(flag -> flag.raisedAt().plusSeconds(1))
            .filter(after -> after.isAfter(it.cause().occurredAt()))
            .max(Comparator.naturalOrder())
            .orElse(it.cause().occurredAt());
    Cause cause = new Cause(it.cause().eventId(), it.cause().type(), latest);
    return new ClearanceChanged(cause, it.cleared(), it.loading(), it.validUntil());
  }

  /** The routine is another one after some events. */
  static Planner changing(
      Planner planner, Predicate<PlanEvent> after, UnaryOperator<Routine> change) {
    return (state, event) -> {
      Step step = planner.apply(state, event);
      return after.test(event) ? routine(step, change) : step;
    };
  }

  /** The reasons are other ones. */
  static Planner explaining(Planner planner, UnaryOperator<List<Decision>> change) {
    return (state, event) -> {
      Step step = planner.apply(state, event);
      return step.version()
          .map(plan -> with(step, plan, plan.routine(), change.apply(plan.decisions())))
          .orElse(step);
    };
  }

  /** The same item, recommended by somebody else alone. */
  static Item citing(String source, Item item) {
    Exercise it = item.exercise();
    Exercise cited =
        new Exercise(
            it.id(),
            it.name(),
            it.block(),
            it.kind(),
            it.purpose(),
            it.region(),
            it.posture(),
            it.direction(),
            it.equipment(),
            it.load(),
            it.impact(),
            it.demand(),
            it.late(),
            it.onlyWithBias(),
            List.of(new Stance(source, null, Stance.Opinion.RECOMMENDED)),
            it.grade(),
            it.easier(),
            it.harder(),
            it.what(),
            it.feel(),
            it.stopSigns(),
            it.levels());
    return new Item(cited, item.level(), item.dose());
  }

  private static Step routine(Step step, UnaryOperator<Routine> change) {
    Routine changed = change.apply(step.state().training().routine());
    Step trained =
        new Step(step.state().with(step.state().training().routine(changed)), step.version());
    return step.version()
        .filter(plan -> plan.status().showsExercises())
        .map(plan -> with(trained, plan, changed, plan.decisions()))
        .orElse(trained);
  }

  private static Step with(Step step, PlanVersion plan, Routine routine, List<Decision> decisions) {
    PlanVersion changed =
        new PlanVersion(
            plan.number(),
            plan.kind(),
            plan.status(),
            plan.stage(),
            plan.policy(),
            plan.regressed(),
            plan.restUntil(),
            plan.sessionsPerWeek(),
            routine,
            plan.education(),
            plan.severity(),
            plan.reviewAsked(),
            plan.cause(),
            decisions,
            plan.rulesetVersion());
    PlanState state = step.state().with(changed);
    return new Step(state, Optional.of(changed));
  }
}
