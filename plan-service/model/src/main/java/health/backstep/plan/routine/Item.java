package health.backstep.plan.routine;

import health.backstep.plan.catalogue.Dose;
import health.backstep.plan.catalogue.Exercise;
import health.backstep.plan.catalogue.Kind;

/** One exercise of a routine, at a level and in an amount. */
public record Item(Exercise exercise, int level, Dose dose) {

  /** The exercise at a level, or at its highest when it has no such one, in that level's amount. */
  public static Item at(Exercise exercise, int level) {
    return new Item(
        exercise, Math.min(level, exercise.highestLevel()), exercise.level(level).dose());
  }

  public String exerciseId() {
    return exercise.id();
  }

  /** The same exercise one or more levels up, in that level's amount. */
  public Item up(int levels) {
    return at(exercise, level + levels);
  }

  /** The same exercise at a lower level, and never more of it than now. */
  public Item down(int levels) {
    return downTo(level - levels);
  }

  /** See {@link #down}. */
  public Item downTo(int other) {
    Item lower = at(exercise, Math.clamp(other, 1, level));
    return lower.load() <= load() ? lower : new Item(exercise, lower.level(), dose);
  }

  /** The same exercise and level, less of it. */
  public Item lessBy(int percent) {
    return new Item(exercise, level, dose.less(percent));
  }

  /** The same exercise and level, more of it. */
  public Item moreBy(int percent) {
    return new Item(exercise, level, dose.more(percent));
  }

  /** The same exercise and level, cut down to a load where that is possible. */
  public Item noMoreThan(int load) {
    return load() <= load ? this : lessBy(100 - load * 100 / load());
  }

  /** Seconds of work in one session; positions that only ease are no load. */
  public int load() {
    return exercise.kind() == Kind.RELIEF ? 0 : dose.workSeconds();
  }

  /** In words, for a decision's before and after. */
  public String words() {
    return exercise.name() + ", level " + level + ", " + dose.amount();
  }
}
