package health.backstep.session.pain;

/** Where a pain is felt. */
public enum PainLocation {
  LOW_BACK,
  BUTTOCK,
  LEG_ABOVE_KNEE,
  LEG_BELOW_KNEE,
  /** The muscle that an exercise has just worked, not the back itself. */
  WORKED_MUSCLE;

  boolean isLeg() {
    return this == LEG_ABOVE_KNEE || this == LEG_BELOW_KNEE;
  }
}
