package health.backstep.profile.assessment;

import java.util.Objects;

/**
 * One repeated-movement test (DP-1).
 *
 * @param lasting whether the change was still there after the test
 */
public record MovementTest(
    Direction direction, LocationChange location, IntensityChange intensity, boolean lasting) {

  public MovementTest {
    Objects.requireNonNull(direction, "movementTests.direction");
    Objects.requireNonNull(location, "movementTests.location");
    Objects.requireNonNull(intensity, "movementTests.intensity");
  }

  /** A direction that sent the pain away from the spine. */
  public boolean forbids() {
    return location == LocationChange.PERIPHERALISED;
  }

  /** A direction that drew the pain to the spine, or eased it without sending it away. */
  public boolean prefers() {
    return location == LocationChange.CENTRALISED
        || (intensity == IntensityChange.BETTER && !forbids());
  }
}
