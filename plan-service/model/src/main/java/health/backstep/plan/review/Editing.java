package health.backstep.plan.review;

import health.backstep.plan.catalogue.Catalogue;
import health.backstep.plan.catalogue.Exercise;
import health.backstep.plan.course.Learned;
import health.backstep.plan.course.PlanState;
import health.backstep.plan.decision.Decision;
import health.backstep.plan.decision.Effect;
import health.backstep.plan.history.PlanEvent.Edit;
import health.backstep.plan.routine.Item;
import health.backstep.plan.routine.Routine;
import health.backstep.plan.routine.RoutineBuilder;
import health.backstep.rules.Rule;
import health.backstep.wire.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A clinician's changes to the exercises (RV-1). The rules that keep an exercise out of a plan hold
 * for a clinician as well.
 */
final class Editing {

  private final Catalogue catalogue;
  private final RoutineBuilder builder;
  private final Rule rule;
  private final List<Fault> faults = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();
  private PlanState state;

  Editing(Catalogue catalogue, RoutineBuilder builder, Rule rule, PlanState state) {
    this.catalogue = catalogue;
    this.builder = builder;
    this.rule = rule;
    this.state = state;
  }

  Editing make(List<Edit> edits) {
    for (int place = 0; place < edits.size(); place++) {
      int faultsBefore = faults.size();
      PlanState edited = edited(edits.get(place), "/edits/" + place);
      state = faults.size() == faultsBefore ? edited : state;
    }
    if (!builder.fits(routine(), state.needs())) {
      faults.add(
          new Fault(
              "/edits",
              "TIME_EXCEEDED",
              "The plan would take longer than the patient's minutes; take something out."));
    }
    return this;
  }

  /** What cannot be done, by place; what can be done is done. */
  List<Fault> faults() {
    return List.copyOf(faults);
  }

  List<Decision> decisions() {
    return List.copyOf(decisions);
  }

  PlanState state() {
    return state;
  }

  private PlanState edited(Edit edit, String place) {
    return switch (edit) {
      case Edit.Remove remove -> removed(remove, place);
      case Edit.SetLevel set -> levelled(set, place);
      case Edit.Add add -> added(add, place);
    };
  }

  private PlanState removed(Edit.Remove remove, String place) {
    Optional<Item> item = inPlan(remove.exerciseId(), place);
    if (item.isEmpty()) {
      return state;
    }
    if (isOnlyWarmUp(item.get())) {
      return refused(place, "WARM_UP_REQUIRED", "Every plan warms up; add another one first.");
    }
    note(Effect.EXERCISE_REMOVED, remove.exerciseId(), item.get().words(), null);
    Learned learned = state.learned().excluding(List.of(remove.exerciseId()));
    return with(routine().without(remove.exerciseId())).with(learned);
  }

  private PlanState levelled(Edit.SetLevel set, String place) {
    Optional<Item> item = inPlan(set.exerciseId(), place);
    if (item.isEmpty() || !isLevelAllowed(item.get().exercise(), set.level(), state, place)) {
      return state;
    }
    Item changed = builder.item(item.get().exercise(), set.level(), state.needs());
    Effect effect =
        changed.level() < item.get().level() ? Effect.LEVEL_LOWERED : Effect.LEVEL_RAISED;
    note(effect, set.exerciseId(), item.get().words(), changed.words());
    return with(routine().replace(set.exerciseId(), changed));
  }

  private PlanState added(Edit.Add add, String place) {
    Optional<Exercise> exercise = catalogue.find(add.exerciseId());
    if (exercise.isEmpty()) {
      return refused(
          place + "/exerciseId", "EXERCISE_UNKNOWN", "The catalogue has no such exercise.");
    }
    if (routine().has(add.exerciseId())) {
      return refused(place + "/exerciseId", "EXERCISE_REPEATED", "The plan holds it already.");
    }
    PlanState open = state.with(state.learned().readmitting(add.exerciseId()));
    if (!builder.eligibility().allows(exercise.get(), open.needs())) {
      return refused(
          place + "/exerciseId",
          "EXERCISE_EXCLUDED",
          "The rules keep it out of this patient's plan now; GET /v1/exercises tells why.");
    }
    if (!isLevelAllowed(exercise.get(), add.level(), open, place)) {
      return state;
    }
    Item item = builder.item(exercise.get(), add.level(), open.needs());
    note(Effect.EXERCISE_ADDED, add.exerciseId(), null, item.words());
    return open.with(open.training().routine(routine().with(item)));
  }

  private Optional<Item> inPlan(String exerciseId, String place) {
    Optional<Item> item = routine().find(exerciseId);
    if (item.isEmpty()) {
      refused(place + "/exerciseId", "EXERCISE_NOT_IN_PLAN", "The plan does not hold it.");
    }
    return item;
  }

  private boolean isLevelAllowed(Exercise exercise, int level, PlanState open, String place) {
    int highest = builder.eligibility().highestLevel(exercise, open.needs());
    boolean allowed = level >= 1 && level <= highest;
    if (!allowed) {
      refused(
          place + "/level",
          "LEVEL_NOT_ALLOWED",
          "In this stage the exercise is done at level 1 to " + highest + ".");
    }
    return allowed;
  }

  private boolean isOnlyWarmUp(Item item) {
    return item.exercise().warmsUp()
        && routine().items().stream().filter(other -> other.exercise().warmsUp()).count() == 1;
  }

  private PlanState refused(String pointer, String code, String message) {
    faults.add(new Fault(pointer, code, message));
    return state;
  }

  private void note(Effect effect, String exerciseId, String before, String after) {
    decisions.add(Decision.change(rule, effect, exerciseId, before, after));
  }

  private PlanState with(Routine changed) {
    return state.with(state.training().routine(changed));
  }

  private Routine routine() {
    return state.training().routine();
  }
}
