package health.backstep.session.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Records may come late, so any past is taken as it is; the future is refused. */
public final class RecordedTime {

  /** A phone's clock may run ahead of ours by this much. */
  public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

  private RecordedTime() {}

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
