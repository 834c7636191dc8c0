package health.backstep.plan.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How an endpoint has been answering.
 *
 * @param failingSince the first failure after the last success; empty when the last one succeeded
 * @param failures one after another
 * @param pausedUntil what the receiver asked for last
 */
public record Health(Optional<Instant> failingSince, int failures, Optional<Instant> pausedUntil) {

  /** Of an endpoint that was never called. */
  public static final Health UNKNOWN = new Health(Optional.empty(), 0, Optional.empty());

  /** Fewer failures can be one message alone, with silence around it. */
  static final int FEWEST_FAILURES = 20;

  public boolean isFailing() {
    return failingSince.isPresent();
  }

  public Health after(Attempt attempt, Instant now) {
    if (attempt.outcome() == Outcome.DELIVERED) {
      return UNKNOWN;
    }
    return new Health(
        Optional.of(failingSince.orElse(now)),
        failures + 1,
        attempt.pause().map(now::plus).or(() -> pausedUntil));
  }

  /** Why the endpoint is to be disabled after this attempt, which is counted in already. */
  public Optional<Disabled> disabled(Attempt attempt, Instant now, Duration patience) {
    if (attempt.outcome() == Outcome.GONE) {
      return Optional.of(Disabled.GONE);
    }
    boolean forLong =
        failures >= FEWEST_FAILURES
            && failingSince.filter(since -> !since.plus(patience).isAfter(now)).isPresent();
    return forLong ? Optional.of(Disabled.FAILING) : Optional.empty();
  }
}
