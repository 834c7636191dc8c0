package health.backstep.profile.assessment;

/** Where it hurts. {@code WORKED_MUSCLE} is what soreness after exercise feels like. */
public enum PainLocation {
  LOW_BACK,
  BUTTOCK,
  LEG_ABOVE_KNEE,
  LEG_BELOW_KNEE,
  WORKED_MUSCLE
}
