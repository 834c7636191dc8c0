package health.backstep.plan.diff;

import static health.backstep.plan.decision.Effect.DOSE_LOWERED;
import static health.backstep.plan.decision.Effect.EXERCISE_PAUSED;
import static health.backstep.plan.decision.Effect.EXERCISE_REMOVED;
import static health.backstep.plan.decision.Effect.EXERCISE_SWAPPED;
import static health.backstep.plan.decision.Effect.LEVEL_LOWERED;
import static health.backstep.plan.decision.Effect.PLAN_BUILT;
import static health.backstep.plan.decision.Effect.PLAN_HELD_FOR_REVIEW;
import static health.backstep.plan.decision.Effect.PLAN_RESTORED;
import static health.backstep.plan.decision.Effect.PLAN_RESUMED;
import static health.backstep.plan.decision.Effect.PLAN_SUSPENDED;
import static health.backstep.plan.decision.Effect.PLAN_WITHHELD;

import health.backstep.plan.decision.Effect;
import health.backstep.plan.diff.ItemChange.Kind;
import health.backstep.plan.diff.Snapshot.Ground;
import health.backstep.plan.gate.Status;
import health.backstep.plan.routine.Reason;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the decisions of the versions in between that caused a difference. */
final class Grounds {

  static final Set<Effect> STEP_BACK =
      EnumSet.of(LEVEL_LOWERED, DOSE_LOWERED, EXERCISE_SWAPPED, EXERCISE_REMOVED, EXERCISE_PAUSED);

  private static final Set<Effect> WHOLE_PLAN =
      EnumSet.of(
          PLAN_BUILT,
          PLAN_RESTORED,
          PLAN_RESUMED,
          PLAN_WITHHELD,
          PLAN_SUSPENDED,
          PLAN_HELD_FOR_REVIEW);

  private final List<Snapshot> since;

  /**
   * @param since the versions after the one compared with, oldest first
   */
  Grounds(List<Snapshot> since) {
    this.since = List.copyOf(since);
  }

  /** What was decided on this exercise and, failing that, on the plan as a whole. */
  List<Reason> of(ItemChange change) {
    List<Reason> own = reasons(ground -> isAbout(ground, change) && fits(ground, change.change()));
    return own.isEmpty() ? ofThePlan() : own;
  }

  /** What was decided with one of these effects and, failing that, on the plan as a whole. */
  List<Reason> of(Collection<Effect> effects) {
    List<Reason> own = reasons(ground -> effects.contains(ground.effect()));
    return own.isEmpty() ? ofThePlan() : own;
  }

  /** What opened or closed the plan, as the last version with that status says. */
  List<Reason> of(Status status) {
    Set<Effect> effects =
        switch (status) {
          case ACTIVE -> EnumSet.of(PLAN_RESUMED, PLAN_BUILT, PLAN_RESTORED);
          case IN_REVIEW -> EnumSet.of(PLAN_HELD_FOR_REVIEW);
          case WITHHELD -> EnumSet.of(PLAN_WITHHELD);
          case SUSPENDED -> EnumSet.of(PLAN_SUSPENDED);
        };
    return since.stream()
        .filter(version -> version.status() == status)
        .reduce((earlier, later) -> later)
        .map(version -> new Grounds(List.of(version)).of(effects))
        .orElse(List.of());
  }

  /** The first decision on the plan as a whole in each version. */
  List<Reason> ofThePlan() {
    return distinct(
        since.stream()
            .flatMap(
                version ->
                    version.grounds().stream()
                        .filter(ground -> WHOLE_PLAN.contains(ground.effect()))
                        .limit(1)));
  }

  private List<Reason> reasons(Predicate<Ground> wanted) {
    return distinct(since.stream().flatMap(it -> it.grounds().stream()).filter(wanted));
  }

  private static List<Reason> distinct(Stream<Ground> grounds) {
    return grounds.map(Ground::reason).distinct().toList();
  }

  private static boolean isAbout(Ground ground, ItemChange change) {
    if (ground.exerciseId() == null) {
      return ground.effect() == DOSE_LOWERED;
    }
    return ground.exerciseId().equals(change.exerciseId()) || bringsIn(ground, change);
  }

  private static boolean bringsIn(Ground ground, ItemChange change) {
    return ground.after() != null && ground.after().startsWith(change.name() + ",");
  }

  private static boolean fits(Ground ground, Kind change) {
    boolean stepBack = STEP_BACK.contains(ground.effect());
    return switch (change) {
      case ADDED -> !stepBack || ground.effect() == EXERCISE_SWAPPED;
      case REMOVED -> stepBack && ground.effect() != DOSE_LOWERED;
      case EASIER, LESS -> stepBack;
      case HARDER, MORE -> !stepBack;
      case OTHERWISE, MOVED -> false;
    };
  }
}
