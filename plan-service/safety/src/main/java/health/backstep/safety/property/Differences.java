package health.backstep.safety.property;

import static health.backstep.plan.decision.Effect.DOSE_LOWERED;
import static health.backstep.plan.decision.Effect.DOSE_RAISED;
import static health.backstep.plan.decision.Effect.EXERCISE_ADDED;
import static health.backstep.plan.decision.Effect.EXERCISE_PAUSED;
import static health.backstep.plan.decision.Effect.EXERCISE_REMOVED;
import static health.backstep.plan.decision.Effect.EXERCISE_SWAPPED;
import static health.backstep.plan.decision.Effect.LEVEL_KEPT;
import static health.backstep.plan.decision.Effect.LEVEL_LOWERED;
import static health.backstep.plan.decision.Effect.LEVEL_RAISED;
import static health.backstep.plan.decision.Effect.PLAN_BUILT;
import static health.backstep.plan.decision.Effect.PLAN_HELD_FOR_REVIEW;
import static health.backstep.plan.decision.Effect.PLAN_RESTORED;
import static health.backstep.plan.decision.Effect.PLAN_RESUMED;
import static health.backstep.plan.decision.Effect.PLAN_SUSPENDED;
import static health.backstep.plan.decision.Effect.PLAN_WITHHELD;
import static health.backstep.plan.decision.Effect.RECOVERY_ADDED;

import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.decision.Decision;
import health.backstep.plan.decision.Effect;
import health.backstep.plan.routine.Item;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which differences between two versions no decision accounts for. */
final class Differences {

  private static final Set<Effect> WHOLE_PLAN = EnumSet.of(PLAN_BUILT, PLAN_RESTORED, PLAN_RESUMED);

  private final List<Decision> decisions;

  Differences(List<Decision> decisions) {
    this.decisions = decisions;
  }

  Optional<String> unexplained(Optional<PlanVersion> before, PlanVersion after) {
    if (decisions.isEmpty()) {
      return Optional.of("version " + after.number() + " has no decision at all");
    }
    return before.flatMap(was -> unexplained(was, after));
  }

  private Optional<String> unexplained(PlanVersion was, PlanVersion is) {
    if (was.status() != is.status() && !statusExplained()) {
      return Optional.of("no decision says why it is " + is.status() + " after " + was.status());
    }
    if ((was.stage() != is.stage() || was.policy() != is.policy()) && !any(WHOLE_PLAN)) {
      return Optional.of("no decision says why stage or policy changed");
    }
    if (was.sessionsPerWeek() != is.sessionsPerWeek()
        && !any(WHOLE_PLAN)
        && !any(RECOVERY_ADDED, LEVEL_KEPT)) {
      return Optional.of(
          "no decision says why sessions a week went from %d to %d"
              .formatted(was.sessionsPerWeek(), is.sessionsPerWeek()));
    }
    if (!was.restUntil().equals(is.restUntil())
        && !any(WHOLE_PLAN)
        && !any(RECOVERY_ADDED, LEVEL_KEPT)) {
      return Optional.of("no decision says why the rest changed");
    }
    boolean bothShown = was.status().showsExercises() && is.status().showsExercises();
    return bothShown && !any(WHOLE_PLAN) ? items(was, is) : Optional.empty();
  }

  private boolean statusExplained() {
    return any(WHOLE_PLAN) || any(PLAN_WITHHELD, PLAN_SUSPENDED, PLAN_HELD_FOR_REVIEW);
  }

  private Optional<String> items(PlanVersion was, PlanVersion is) {
    for (Item old : was.routine().items()) {
      String id = old.exerciseId();
      Optional<Item> kept = is.routine().find(id);
      if (kept.isEmpty() && !about(id, EXERCISE_SWAPPED, EXERCISE_REMOVED, EXERCISE_PAUSED)) {
        return Optional.of("no decision says why " + id + " is gone");
      }
      if (kept.isPresent() && !kept.get().equals(old) && !changeExplained(old, kept.get())) {
        return Optional.of("no decision says why " + id + " changed");
      }
    }
    return is.routine().items().stream()
        .filter(item -> !was.routine().has(item.exerciseId()))
        .filter(item -> !about(item.exerciseId(), EXERCISE_ADDED) && !swappedIn(item))
        .findFirst()
        .map(item -> "no decision says why " + item.exerciseId() + " is new");
  }

  private boolean changeExplained(Item was, Item is) {
    boolean less = is.level() <= was.level() && is.load() <= was.load();
    return less
        ? any(DOSE_LOWERED) || about(was.exerciseId(), LEVEL_LOWERED)
        : about(was.exerciseId(), LEVEL_RAISED, DOSE_RAISED);
  }

  private boolean swappedIn(Item item) {
    return decisions.stream()
        .anyMatch(
            decision ->
                decision.effect() == EXERCISE_SWAPPED
                    && decision.after() != null
                    && decision.after().startsWith(item.exercise().name()));
  }

  private boolean about(String exerciseId, Effect... effects) {
    Set<Effect> wanted = EnumSet.copyOf(List.of(effects));
    return decisions.stream()
        .anyMatch(
            decision ->
                exerciseId.equals(decision.exerciseId()) && wanted.contains(decision.effect()));
  }

  private boolean any(Effect... effects) {
    return any(EnumSet.copyOf(List.of(effects)));
  }

  private boolean any(Set<Effect> effects) {
    return decisions.stream().anyMatch(decision -> effects.contains(decision.effect()));
  }
}
