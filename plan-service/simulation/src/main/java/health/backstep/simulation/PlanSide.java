package health.backstep.simulation;

import health.backstep.plan.catalogue.Dose;
import health.backstep.plan.course.PlanState;
import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.fold.PlanFold;
import health.backstep.plan.fold.Step;
import health.backstep.plan.history.Cause;
import health.backstep.plan.history.PlanEvent;
import health.backstep.plan.history.wire.PlanEventReader;
import health.backstep.plan.routine.Item;
import health.backstep.session.workout.Block;
import health.backstep.session.workout.PlanStatus;
import health.backstep.session.workout.PrescribedExercise;
import health.backstep.session.workout.PrescribedPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** plan-service's part: it folds what it is told, and notices when a clearance runs out. */
final class PlanSide {

  private final PlanFold fold;
  private final List<PlanVersion> versions = new ArrayList<>();
  private PlanState state = PlanState.EMPTY;

  PlanSide(PlanFold fold) {
    this.fold = fold;
  }

  void take(Told told) {
    if (told.isReadByPlans()) {
      apply(told.asPlanEvent());
    }
  }

  /** Whoever exercises or checks in looks at the plan first, which closes one without clearance. */
  void show(HistoryRecord next) {
    state
        .clearanceEnds()
        .filter(end -> !next.at().isBefore(end))
        .map(
            end ->
                new Cause(next.place().idOf(PlanEventReader.LAPSED), PlanEventReader.LAPSED, end))
        .ifPresent(cause -> apply(new PlanEvent.ClearanceLapsed(cause)));
  }

  List<PlanVersion> versions() {
    return List.copyOf(versions);
  }

  /** What session-service knows of a version; empty when there never was one. */
  Optional<PrescribedPlan> prescribed(int version) {
    return versions.stream()
        .filter(plan -> plan.number() == version)
        .findFirst()
        .map(PlanSide::prescribed);
  }

  private void apply(PlanEvent event) {
    Step step = fold.apply(state, event);
    state = step.state();
    step.version().ifPresent(versions::add);
  }

  private static PrescribedPlan prescribed(PlanVersion plan) {
    return new PrescribedPlan(
        plan.number(),
        PlanStatus.valueOf(plan.status().name()),
        Optional.empty(),
        plan.routine().items().stream().map(PlanSide::prescribed).toList());
  }

  private static PrescribedExercise prescribed(Item item) {
    Dose dose = item.dose();
    Block block = Block.valueOf(item.exercise().block().name());
    return PrescribedExercise.told(
            item.exerciseId(), item.level(), dose.sets(), dose.reps(), dose.secondsPerRep())
        .in(Optional.of(block));
  }
}
