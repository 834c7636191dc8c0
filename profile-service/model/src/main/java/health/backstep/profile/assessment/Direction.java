package health.backstep.profile.assessment;

/** A direction in which the trunk is moved repeatedly during a movement test. */
public enum Direction {
  FLEXION,
  EXTENSION,
  SIDE_GLIDE_LEFT,
  SIDE_GLIDE_RIGHT
}
