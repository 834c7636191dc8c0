package health.backstep.plan.diff;

import health.backstep.plan.catalogue.Dose;
import health.backstep.plan.diff.Snapshot.Portion;
import org.jspecify.annotations.Nullable;

/**
 * What became of one exercise.
 *
 * @param before missing when it was added
 * @param after missing when it was removed
 */
public record ItemChange(
    String exerciseId, String name, Kind change, @Nullable Amount before, @Nullable Amount after) {

  /** How it changed; where several fit, the first one. */
  public enum Kind {
    ADDED,
    REMOVED,
    /** A lower level. */
    EASIER,
    /** A higher level. */
    HARDER,
    /** The same level, less work or more rest. */
    LESS,
    /** The same level, more work or less rest. */
    MORE,
    /** The same work, shared out in another way. */
    OTHERWISE,
    /** The same, at another place of the routine. */
    MOVED
  }

  /** How much of it, at which level. */
  public record Amount(int level, Dose dose, String words) {
    static Amount of(Portion item) {
      return new Amount(item.level(), item.dose(), item.dose().amount());
    }
  }

  static ItemChange added(Portion item) {
    return new ItemChange(item.exerciseId(), item.name(), Kind.ADDED, null, Amount.of(item));
  }

  static ItemChange removed(Portion item) {
    return new ItemChange(item.exerciseId(), item.name(), Kind.REMOVED, Amount.of(item), null);
  }

  static ItemChange of(Kind change, Portion before, Portion after) {
    return new ItemChange(
        after.exerciseId(), after.name(), change, Amount.of(before), Amount.of(after));
  }
}
