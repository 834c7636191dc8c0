package health.backstep.plan.catalogue;

import java.util.Set;

/** What an exercise needs. */
public enum Equipment {
  MAT,
  TOWEL,
  CHAIR,
  WALL,
  EXERCISE_BALL,
  RESISTANCE_BAND,
  STATIONARY_BIKE,
  ELLIPTICAL,
  STEP_MACHINE,
  POOL,
  WEIGHT_MACHINES,
  DUMBBELLS;

  /** What everybody has, and what therefore counts as no equipment (DERRY-NOEQUIP, DERRY-SPACE). */
  public static final Set<Equipment> EVERYBODY_HAS = Set.of(MAT, TOWEL, CHAIR, WALL);
}
