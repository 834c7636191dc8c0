package health.backstep.plan.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at how exercises lead to easier and harder ones. */
final class Ladders {

  private final Map<String, Exercise> byId = new HashMap<>();
  private final List<CatalogueFault> faults = new ArrayList<>();

  private Ladders(List<Reviewed> exercises) {
    exercises.forEach(reviewed -> byId.put(reviewed.exercise().id(), reviewed.exercise()));
  }

  static List<CatalogueFault> faults(List<Reviewed> exercises) {
    Ladders ladders = new Ladders(exercises);
    for (Reviewed reviewed : exercises) {
      Exercise exercise = reviewed.exercise();
      ladders.easier(reviewed, exercise);
      ladders.harder(reviewed, exercise);
      ladders.circle(reviewed, exercise);
    }
    return ladders.faults;
  }

  private void easier(Reviewed reviewed, Exercise exercise) {
    Exercise easier = neighbour(reviewed, "/easier", exercise.easier());
    if (easier != null && !exercise.id().equals(easier.harder())) {
      String message = "is " + easier.id() + ", which does not name this one as harder";
      faults.add(reviewed.fault("/easier", message));
    }
  }

  private void harder(Reviewed reviewed, Exercise exercise) {
    Exercise harder = neighbour(reviewed, "/harder", exercise.harder());
    if (harder == null) {
      return;
    }
    if (!exercise.id().equals(harder.easier())) {
      String message = "is " + harder.id() + ", which does not name this one as easier";
      faults.add(reviewed.fault("/harder", message));
    }
    if (harder.demand().compareTo(exercise.demand()) < 0) {
      String message = "is " + harder.id() + ", which is less demanding";
      faults.add(reviewed.fault("/harder", message));
    }
    if (!exercise.isAdvisedAgainst() && harder.isAdvisedAgainst() && !harder.late()) {
      String message = "is " + harder.id() + ", which is contested and not marked late";
      faults.add(reviewed.fault("/harder", message));
    }
  }

  private @Nullable Exercise neighbour(Reviewed reviewed, String place, @Nullable String id) {
    if (id == null) {
      return null;
    }
    Exercise neighbour = byId.get(id);
    if (neighbour == null) {
      faults.add(reviewed.fault(place, "is " + id + ", which is not in the catalogue"));
    }
    return neighbour;
  }

  private void circle(Reviewed reviewed, Exercise exercise) {
    Set<String> seen = new HashSet<>();
    Exercise next = exercise;
    while (next != null && seen.add(next.id())) {
      next = next.harder() == null ? null : byId.get(next.harder());
    }
    if (next != null && next.id().equals(exercise.id())) {
      faults.add(reviewed.fault("/harder", "leads in a circle back to this exercise"));
    }
  }
}
