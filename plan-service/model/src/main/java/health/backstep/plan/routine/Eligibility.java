package health.backstep.plan.routine;

import health.backstep.plan.catalogue.Demand;
import health.backstep.plan.catalogue.Direction;
import health.backstep.plan.catalogue.Equipment;
import health.backstep.plan.catalogue.Exercise;
import health.backstep.plan.catalogue.Impact;
import health.backstep.plan.catalogue.Kind;
import health.backstep.plan.catalogue.Load;
import health.backstep.rules.RuleSet;

/** Which exercises may be in a routine at all, and up to which level: every rule must agree. */
public final class Eligibility {

  private final int controlMaxLevel;
  private final int otherDirectionMaxLevel;
  private final int aerobicSecondsPerWeek;

  public Eligibility(RuleSet rules) {
    this.controlMaxLevel = rules.rule("PL-STAGE").threshold("controlMaxLevel");
    this.otherDirectionMaxLevel = rules.rule("PL-DIR").threshold("otherDirectionMaxLevel");
    this.aerobicSecondsPerWeek = 60 * rules.rule("PL-DOSE").threshold("aerobicMinutesPerWeek");
  }

  public boolean allows(Exercise exercise, Needs needs) {
    return notAdvisedAgainst(exercise, needs)
        && !needs.forbidden().contains(exercise.direction())
        && fitsBias(exercise, needs)
        && fitsStage(exercise, needs)
        && hasEquipment(exercise, needs)
        && !needs.excluded().contains(exercise.id());
  }

  /**
   * The highest level that the stage allows (PL-STAGE), that the direction allows (PL-DIR), and for
   * endurance the one with which a week does not exceed its minutes (PL-DOSE).
   */
  public int highestLevel(Exercise exercise, Needs needs) {
    if (isOther(exercise.direction(), needs)) {
      return Math.min(otherDirectionMaxLevel, exercise.highestLevel());
    }
    int byStage =
        exercise.kind() == Kind.WALKING ? exercise.highestLevel() : byStage(exercise, needs);
    return exercise.kind().isAerobic() ? byWeek(exercise, byStage, needs) : byStage;
  }

  private int byStage(Exercise exercise, Needs needs) {
    return switch (needs.stage()) {
      case CALM -> 1;
      case CONTROL -> Math.min(controlMaxLevel, exercise.highestLevel());
      case BUILD -> exercise.highestLevel();
    };
  }

  private int byWeek(Exercise exercise, int highest, Needs needs) {
    int level = highest;
    while (level > 1
        && exercise.level(level).dose().workSeconds() * needs.sessionsPerWeek()
            > aerobicSecondsPerWeek) {
      level--;
    }
    return level;
  }

  /** PL-AVOID: what is contested, late or loaded from outside comes late and with clearance. */
  private static boolean notAdvisedAgainst(Exercise exercise, Needs needs) {
    if (exercise.impact() == Impact.HIGH || !exercise.isRecommended()) {
      return false;
    }
    boolean needsClearance = exercise.isContested() || exercise.load() == Load.EXTERNAL;
    boolean comesLate = exercise.isContested() || exercise.late();
    return (!needsClearance || needs.loading()) && (!comesLate || needs.stage() == Stage.BUILD);
  }

  /**
   * PL-DIR. Without a bias both directions are open, but not before the pain has calmed
   * (DERRY-NONE).
   */
  private static boolean fitsBias(Exercise exercise, Needs needs) {
    Direction direction = exercise.direction();
    if (direction == Direction.NEUTRAL || needs.bias().prefers(direction)) {
      return true;
    }
    if (exercise.onlyWithBias()) {
      return false;
    }
    return needs.bias() == Bias.NONE
        ? needs.stage() != Stage.CALM && exercise.kind() != Kind.STRENGTH
        : needs.otherDirections();
  }

  private static boolean isOther(Direction direction, Needs needs) {
    return direction != Direction.NEUTRAL
        && needs.bias() != Bias.NONE
        && !needs.bias().prefers(direction);
  }

  /** PL-STAGE. */
  private static boolean fitsStage(Exercise exercise, Needs needs) {
    return needs.stage() != Stage.CALM
        || switch (exercise.kind()) {
          case RELIEF, MOBILITY, WALKING -> true;
          case ACTIVATION -> exercise.demand().compareTo(Demand.LIGHT) <= 0;
          case STRENGTH, CARDIO, STRETCH -> false;
        };
  }

  /** PL-EQUIP. */
  private static boolean hasEquipment(Exercise exercise, Needs needs) {
    for (Equipment needed : exercise.equipment()) {
      if (!Equipment.EVERYBODY_HAS.contains(needed) && !needs.equipment().contains(needed)) {
        return false;
      }
    }
    return true;
  }
}
