package health.backstep.profile.classification;

import health.backstep.profile.assessment.Direction;

/** The direction that a back prefers, if any. */
public enum Bias {
  EXTENSION,
  FLEXION,
  SIDE_GLIDE_LEFT,
  SIDE_GLIDE_RIGHT,
  NONE;

  static Bias towards(Direction direction) {
    return switch (direction) {
      case EXTENSION -> EXTENSION;
      case FLEXION -> FLEXION;
      case SIDE_GLIDE_LEFT -> SIDE_GLIDE_LEFT;
      case SIDE_GLIDE_RIGHT -> SIDE_GLIDE_RIGHT;
    };
  }
}
