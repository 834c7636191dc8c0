package health.backstep.safety.shrink;

import health.backstep.safety.history.Happening;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Makes a failing history small: leaves out what is not needed (delta debugging), then makes what
 * remains simpler, until neither helps.
 */
public final class Shrinking {

  private final Predicate<List<Happening>> fails;

  private Shrinking(Predicate<List<Happening>> fails) {
    this.fails = fails;
  }

  /** The smallest history that was found to fail still. */
  public static List<Happening> smallest(
      List<Happening> failing, Predicate<List<Happening>> fails) {
    Shrinking shrinking = new Shrinking(fails);
    List<Happening> before;
    List<Happening> smaller = failing;
    do {
      before = smaller;
      smaller = shrinking.simplified(shrinking.shortened(before));
    } while (!smaller.equals(before));
    return smaller;
  }

  private List<Happening> shortened(List<Happening> failing) {
    List<Happening> rest = failing;
    for (int size = Math.max(1, rest.size() / 2); size >= 1; size /= 2) {
      int from = 0;
      while (from < rest.size()) {
        List<Happening> without = without(rest, from, Math.min(rest.size(), from + size));
        if (fails.test(without)) {
          rest = without;
        } else {
          from += size;
        }
      }
    }
    return rest;
  }

  private List<Happening> simplified(List<Happening> failing) {
    List<Happening> simple = failing;
    for (int place = 0; place < simple.size(); place++) {
      simple = simplified(simple, place);
    }
    return simple;
  }

  private List<Happening> simplified(List<Happening> failing, int place) {
    for (Happening simpler : Simpler.than(failing.get(place))) {
      List<Happening> changed = new ArrayList<>(failing);
      changed.set(place, simpler);
      if (fails.test(changed)) {
        return simplified(List.copyOf(changed), place);
      }
    }
    return failing;
  }

  private static List<Happening> without(List<Happening> all, int from, int to) {
    List<Happening> rest = new ArrayList<>(all.subList(0, from));
    rest.addAll(all.subList(to, all.size()));
    return List.copyOf(rest);
  }
}
