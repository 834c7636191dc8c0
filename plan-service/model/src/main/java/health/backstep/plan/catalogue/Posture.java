package health.backstep.plan.catalogue;

/** How the body is placed. */
public enum Posture {
  LYING_SUPINE,
  LYING_PRONE,
  LYING_SIDE,
  HANDS_AND_KNEES,
  SITTING,
  STANDING,
  MOVING,
  WATER
}
