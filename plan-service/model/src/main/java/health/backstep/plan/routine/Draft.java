package health.backstep.plan.routine;

import health.backstep.plan.catalogue.Exercise;
import health.backstep.plan.catalogue.Kind;
import health.backstep.plan.catalogue.Region;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A routine while it is being put together within its seconds. */
final class Draft {

  /** An exercise that is wanted, and where. */
  private record Wish(Place place, Exercise exercise) {}

  private static final Comparator<Wish> BY_PRIORITY =
      Comparator.comparing(wish -> wish.exercise().purpose());

  private final Map<Kind, List<Exercise>> candidates = new EnumMap<>(Kind.class);
  private final Function<Exercise, Item> start;
  private final Function<Item, Integer> secondsOf;
  private final int most;
  private final List<Item> items = new ArrayList<>();
  private int seconds;

  /**
   * @param allowed exercises, the preferred ones first
   * @param start how an exercise begins
   * @param secondsOf what an item takes, with what lies between it and the next
   * @param most seconds of the whole
   */
  Draft(
      List<Exercise> allowed,
      Function<Exercise, Item> start,
      Function<Item, Integer> secondsOf,
      int most) {
    for (Exercise exercise : allowed) {
      candidates.computeIfAbsent(exercise.kind(), kind -> new ArrayList<>()).add(exercise);
    }
    this.start = start;
    this.secondsOf = secondsOf;
    this.most = most;
  }

  /** Fills a place with the first exercise that the time allows, if there is one. */
  void fill(Place place) {
    List<Exercise> left = candidates.getOrDefault(place.kind(), List.of());
    for (Exercise exercise : left) {
      if (place.also().test(exercise) && add(exercise)) {
        left.remove(exercise);
        return;
      }
    }
  }

  /**
   * Fills places in the order of the eight priorities, so that what does not fit any more is what
   * they name last (PL-ORDER).
   */
  void fill(List<Place> round) {
    List<Wish> wishes = new ArrayList<>();
    for (Place place : round) {
      Exercise wished = first(place, wishes);
      if (wished != null) {
        wishes.add(new Wish(place, wished));
      }
    }
    wishes.sort(BY_PRIORITY);
    for (Wish wish : wishes) {
      List<Exercise> left = candidates.get(wish.place().kind());
      if (left.contains(wish.exercise()) && add(wish.exercise())) {
        left.remove(wish.exercise());
      } else {
        fill(wish.place());
      }
    }
  }

  List<Item> items() {
    return items;
  }

  private @Nullable Exercise first(Place place, List<Wish> wishes) {
    for (Exercise exercise : candidates.getOrDefault(place.kind(), List.of())) {
      if (place.also().test(exercise) && isFree(exercise, wishes)) {
        return exercise;
      }
    }
    return null;
  }

  private static boolean isFree(Exercise exercise, List<Wish> wishes) {
    for (Wish wish : wishes) {
      if (wish.exercise().id().equals(exercise.id())) {
        return false;
      }
    }
    return true;
  }

  private boolean add(Exercise exercise) {
    Item item = start.apply(exercise);
    int longer = seconds + secondsOf.apply(item);
    if (longer > most || !keepsBalance(exercise)) {
      return false;
    }
    items.add(item);
    seconds = longer;
    return true;
  }

  /** PL-BALANCE. */
  private boolean keepsBalance(Exercise exercise) {
    return exercise.region() != Region.UPPER_BODY
        || count(Region.UPPER_BODY) < count(Region.HIPS_AND_LEGS);
  }

  private int count(Region region) {
    int count = 0;
    for (Item item : items) {
      count += item.exercise().region() == region ? 1 : 0;
    }
    return count;
  }
}
