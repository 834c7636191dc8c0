package health.backstep.profile.patient;

/** What a patient can exercise with. The default is none (DERRY-NOEQUIP). */
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
  DUMBBELLS
}
