package health.backstep.plan.routine;

import health.backstep.plan.catalogue.Direction;
import java.util.Optional;

/** The direction that the patient's back prefers (DP-1, DP-2). */
public enum Bias {
  EXTENSION,
  FLEXION,
  SIDE_GLIDE_LEFT,
  SIDE_GLIDE_RIGHT,
  NONE;

  public Optional<Direction> direction() {
    return this == NONE ? Optional.empty() : Optional.of(Direction.valueOf(name()));
  }
}
