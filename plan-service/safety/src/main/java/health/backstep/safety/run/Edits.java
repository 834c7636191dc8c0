package health.backstep.safety.run;

import health.backstep.plan.catalogue.Exercise;
import health.backstep.plan.course.PlanState;
import health.backstep.plan.history.PlanEvent.Edit;
import health.backstep.plan.routine.Item;
import health.backstep.safety.history.Happening.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of a clinician's wishes becomes an edit: the service refuses what a plan cannot take. */
final class Edits {

  private final Ground ground;

  Edits(Ground ground) {
    this.ground = ground;
  }

  List<Edit> taken(PlanState state, List<Wish> wishes) {
    List<Edit> taken = List.of();
    for (Wish wish : wishes) {
      Optional<Edit> edit = edit(state, wish);
      if (edit.isPresent()) {
        List<Edit> with = new ArrayList<>(taken);
        with.add(edit.get());
        taken = ground.fold().faults(state, with).isEmpty() ? List.copyOf(with) : taken;
      }
    }
    return taken;
  }

  private Optional<Edit> edit(PlanState state, Wish wish) {
    List<Exercise> all = ground.catalogue().all();
    return switch (wish.sort()) {
      case REMOVE -> inPlan(state, wish).map(Edit.Remove::new);
      case SET_LEVEL -> inPlan(state, wish).map(id -> new Edit.SetLevel(id, wish.level()));
      case ADD -> Optional.of(new Edit.Add(all.get(wish.place() % all.size()).id(), wish.level()));
    };
  }

  private static Optional<String> inPlan(PlanState state, Wish wish) {
    List<Item> items = state.training().routine().items();
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(items.get(wish.place() % items.size()).exerciseId());
  }
}
