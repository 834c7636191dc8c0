package health.backstep.plan.routine;

import health.backstep.plan.catalogue.Direction;
import health.backstep.plan.catalogue.Equipment;
import health.backstep.plan.catalogue.Exercise;
import health.backstep.plan.catalogue.Impact;
import health.backstep.plan.catalogue.Kind;
import health.backstep.rules.RuleSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/** Which exercises may be in a routine at all: every rule must agree. */
public final class Eligibility {

  private final List<BiPredicate<Exercise, Needs>> rules =
      List.of(
          Eligibility::notAdvisedAgainst,
          Eligibility::notForbidden,
          Eligibility::fitsBias,
          Eligibility::fitsStage,
          Eligibility::hasEquipment,
          Eligibility::notExcluded);
  private final int controlMaxLevel;

  public Eligibility(RuleSet rules) {
    this.controlMaxLevel = rules.rule("PL-STAGE").threshold("controlMaxLevel");
  }

  public boolean allows(Exercise exercise, Needs needs) {
    return rules.stream().allMatch(rule -> rule.test(exercise, needs));
  }

  /** The highest level that the stage allows (PL-STAGE). */
  public int highestLevel(Exercise exercise, Needs needs) {
    return switch (needs.stage()) {
      case CALM -> 1;
      case CONTROL -> Math.min(controlMaxLevel, exercise.highestLevel());
      case BUILD -> exercise.highestLevel();
    };
  }

  /** PL-AVOID. */
  private static boolean notAdvisedAgainst(Exercise exercise, Needs needs) {
    if (exercise.impact() == Impact.HIGH) {
      return false;
    }
    if (exercise.isContested()) {
      return needs.stage() == Stage.BUILD && needs.loading();
    }
    return exercise.isRecommended() && !exercise.isAdvisedAgainst();
  }

  /** DP-1, RG-DIR. */
  private static boolean notForbidden(Exercise exercise, Needs needs) {
    return !needs.forbidden().contains(exercise.direction());
  }

  /**
   * PL-DIR. Without a bias both directions are open, but not before the pain has calmed
   * (DERRY-NONE).
   */
  private static boolean fitsBias(Exercise exercise, Needs needs) {
    Direction direction = exercise.direction();
    if (direction == Direction.NEUTRAL) {
      return true;
    }
    return needs
        .bias()
        .direction()
        .map(preferred -> preferred == direction)
        .orElse(needs.stage() != Stage.CALM && exercise.kind() != Kind.STRENGTH);
  }

  /** PL-STAGE. */
  private static boolean fitsStage(Exercise exercise, Needs needs) {
    return switch (exercise.kind()) {
      case RELIEF, MOBILITY, WALKING, ACTIVATION -> true;
      case STRENGTH, CARDIO, STRETCH -> needs.stage() != Stage.CALM;
    };
  }

  /** PL-EQUIP. */
  private static boolean hasEquipment(Exercise exercise, Needs needs) {
    Set<Equipment> has = needs.equipment();
    return exercise.equipment().stream()
        .allMatch(needed -> Equipment.EVERYBODY_HAS.contains(needed) || has.contains(needed));
  }

  private static boolean notExcluded(Exercise exercise, Needs needs) {
    return !needs.excluded().contains(exercise.id());
  }
}
