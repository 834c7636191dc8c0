package health.backstep.plan.course;

import health.backstep.plan.catalogue.Direction;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What the history taught, and what a new assessment does not wipe out (RE-1).
 *
 * @param excluded exercises that hurt again and again
 * @param forbidden directions that sent pain down the leg
 */
public record Learned(Set<String> excluded, Set<Direction> forbidden) {

  public static final Learned NOTHING = new Learned(Set.of(), Set.of());

  public Learned {
    excluded = Set.copyOf(excluded);
    forbidden = Set.copyOf(forbidden);
  }

  public Learned excluding(Collection<String> exercises) {
    return new Learned(union(excluded, exercises), forbidden);
  }

  public Learned forbidding(Collection<Direction> directions) {
    return new Learned(excluded, union(forbidden, directions));
  }

  /** A clinician brings an exercise back. */
  public Learned readmitting(String exercise) {
    Set<String> left = new HashSet<>(excluded);
    left.remove(exercise);
    return new Learned(left, forbidden);
  }

  private static <T> Set<T> union(Collection<T> some, Collection<T> others) {
    Set<T> all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }
}
