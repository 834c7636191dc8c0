package health.backstep.session.intake;

import health.backstep.wire.Fault;
import health.backstep.wire.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Records may come late, so any past is taken as it is; the future is refused. */
public final class RecordedTime {

  /** A phone's clock may run ahead of ours by this much. */
  public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

  private RecordedTime() {}

  /**
   * Lets any past pass.
   *
   * @throws Refused when the time lies over five minutes ahead of now
   */
  public static void refuseFuture(String pointer, Instant at, Instant now) {
    Refused.ifAny(fault(pointer, at, now).stream().toList());
  }

  /** The fault of a time over five minutes ahead of now, if it is one. */
  public static Optional<Fault> fault(String pointer, Instant at, Instant now) {
    return at.isAfter(now.plus(CLOCK_TOLERANCE))
        ? Optional.of(
            new Fault(
                pointer,
                "TIME_IN_FUTURE",
                "the time is more than 5 minutes ahead; check the device's clock and the offset"))
        : Optional.empty();
  }
}
