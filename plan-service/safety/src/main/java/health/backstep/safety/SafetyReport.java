package health.backstep.safety;

import health.backstep.safety.property.SafetyProperty;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a safety run found.
 *
 * @param versions plan versions made
 * @param results in the order of the properties
 * @param coverage how often the histories reached what they are meant to reach
 */
public record SafetyReport(
    long histories,
    long events,
    long versions,
    Duration took,
    List<Result> results,
    Map<Reached, Long> coverage) {

  /**
   * How one property fared.
   *
   * @param checked plans or events that it had something to say about
   * @param failed histories in which it did not hold
   * @param smallest of the first history that failed; null when none did
   */
  public record Result(SafetyProperty property, long checked, long failed, FailingCase smallest) {}

  public boolean isSafe() {
    return results.stream().allMatch(result -> result.failed() == 0);
  }

  public double historiesPerSecond() {
    return histories / Math.max(1e-9, took.toNanos() / 1e9);
  }
}
