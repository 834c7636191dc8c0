package health.backstep.plan.webhook;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a delivery stands.
 *
 * @param attempts in the round that runs; a replay begins a new one
 * @param next when the next attempt is due; empty when none will be
 */
public record Progress(State state, int attempts, Optional<Instant> next) {

  /** What a delivery can be. */
  public enum State {
    PENDING,
    DELIVERED,
    /** All attempts of the schedule failed. It can be replayed. */
    FAILED,
    /** Its endpoint was disabled for too long. It can be replayed. */
    EXPIRED
  }

  /** Due at once. */
  public static Progress begin(Instant now) {
    return new Progress(State.PENDING, 0, Optional.of(now));
  }

  /**
   * After one more attempt.
   *
   * @param chance from 0 to 1, scatters the next one
   */
  public Progress after(Attempt attempt, Instant now, double chance) {
    int made = attempts + 1;
    if (attempt.outcome() == Outcome.DELIVERED) {
      return new Progress(State.DELIVERED, made, Optional.empty());
    }
    return RetrySchedule.waitAfter(made, chance)
        .map(now::plus)
        .map(planned -> later(planned, attempt.pause().map(now::plus)))
        .map(next -> new Progress(State.PENDING, made, Optional.of(next)))
        .orElseGet(() -> new Progress(State.FAILED, made, Optional.empty()));
  }

  private static Instant later(Instant planned, Optional<Instant> asked) {
    return asked.filter(planned::isBefore).orElse(planned);
  }
}
