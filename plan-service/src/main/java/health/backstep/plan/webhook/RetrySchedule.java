package health.backstep.plan.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When a message that failed is tried again: the specification's schedule, a little scattered. */
public final class RetrySchedule {

  /** Before the first attempt, the second, and so on. Ten attempts in a little over three days. */
  static final List<Duration> WAITS =
      List.of(
          Duration.ZERO,
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  /** A wait is longer by up to a fifth, so that what failed together does not come together. */
  private static final double SCATTER = 0.2;

  private RetrySchedule() {}

  /**
   * How long to wait for the next attempt.
   *
   * @param made attempts so far, at least 1
   * @param chance from 0 to 1
   * @return empty after the last attempt
   */
  public static Optional<Duration> waitAfter(int made, double chance) {
    if (made >= WAITS.size()) {
      return Optional.empty();
    }
    Duration wait = WAITS.get(made);
    return Optional.of(wait.plusMillis(Math.round(wait.toMillis() * SCATTER * chance)));
  }
}
