package health.backstep.plan.catalogue;

/** Where the lower back moves. */
public enum Direction {
  FLEXION,
  EXTENSION,
  SIDE_GLIDE_LEFT,
  SIDE_GLIDE_RIGHT,
  ROTATION,
  NEUTRAL
}
