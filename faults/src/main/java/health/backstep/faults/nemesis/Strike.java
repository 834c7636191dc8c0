package health.backstep.faults.nemesis;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A fault that was done once.
 *
 * @param name of the fault
 * @param begun when the harm began
 * @param ended when the fault had put it right
 * @param recovered from then until all parts were ready and the probe worked; empty when that did
 *     not happen within the limit
 * @param trouble why the harm could not be done as planned; empty when it could
 */
public record Strike(
    String name, Instant begun, Instant ended, Optional<Duration> recovered, String trouble) {

  Strike recoveredAt(Instant healthy) {
    return new Strike(name, begun, ended, Optional.of(Duration.between(ended, healthy)), trouble);
  }

  /** Whether the harm was done as planned. */
  public boolean isClean() {
    return trouble.isEmpty();
  }
}
