package health.backstep.plan.routine;

import health.backstep.plan.catalogue.Direction;
import java.util.Optional;

/** The direction that the patient's back prefers (DP-1, DP-2). */
public enum Bias {
  EXTENSION(Direction.EXTENSION),
  FLEXION(Direction.FLEXION),
  SIDE_GLIDE_LEFT(Direction.SIDE_GLIDE_LEFT),
  SIDE_GLIDE_RIGHT(Direction.SIDE_GLIDE_RIGHT),
  NONE(null);

  private final Direction preferred;

  Bias(Direction preferred) {
    this.preferred = preferred;
  }

  public Optional<Direction> direction() {
    return Optional.ofNullable(preferred);
  }

  public boolean prefers(Direction direction) {
    return direction == preferred;
  }
}
