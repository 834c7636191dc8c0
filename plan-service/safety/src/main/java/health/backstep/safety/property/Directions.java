package health.backstep.safety.property;

import health.backstep.plan.catalogue.Direction;
import health.backstep.plan.catalogue.Exercise;
import health.backstep.plan.catalogue.Kind;
import health.backstep.plan.routine.Stage;
import health.backstep.safety.run.Ground;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which directions a patient may move in: DP-1, RG-DIR, PL-DIR and DERRY-NONE. */
final class Directions {

  private final Circumstance known;
  private final int days;
  private final int painFall;
  private final int painFallPercent;
  private final int otherMaxLevel;

  Directions(Circumstance known, Ground ground) {
    this.known = known;
    this.days = ground.threshold("PL-DIR", "days");
    this.painFall = ground.threshold("PL-DIR", "painFall");
    this.painFallPercent = ground.threshold("PL-DIR", "painFallPercent");
    this.otherMaxLevel = ground.threshold("PL-DIR", "otherDirectionMaxLevel");
  }

  /** Why not; null when it may be. */
  @Nullable String against(Exercise exercise, int level) {
    Direction direction = exercise.direction();
    if (direction == Direction.NEUTRAL) {
      return null;
    }
    if (known.forbids(direction)) {
      return "although " + direction + " is forbidden (DP-1, RG-DIR)";
    }
    Optional<Direction> preferred = known.preferred();
    if (preferred.equals(Optional.of(direction))) {
      return null;
    }
    if (exercise.onlyWithBias()) {
      return "although it is only for who prefers " + direction + " (PL-DIR)";
    }
    return preferred.isEmpty() ? withoutBias(exercise) : beside(preferred.get(), level);
  }

  private @Nullable String withoutBias(Exercise exercise) {
    return known.stage() == Stage.CALM || exercise.kind() == Kind.STRENGTH
        ? "although no direction is preferred (DERRY-NONE)"
        : null;
  }

  private @Nullable String beside(Direction preferred, int level) {
    if (!isOpen()) {
      return "although " + preferred + " is preferred (PL-DIR)";
    }
    return level > otherMaxLevel
        ? "although beside " + preferred + " others are at level " + otherMaxLevel + " (PL-DIR)"
        : null;
  }

  private boolean isOpen() {
    int fall = known.painAtFirst() - known.assessment().average7d();
    boolean enough = fall >= painFall || fall * 100 >= known.painAtFirst() * painFallPercent;
    return known.daysOfBias() >= days && fall > 0 && enough;
  }
}
