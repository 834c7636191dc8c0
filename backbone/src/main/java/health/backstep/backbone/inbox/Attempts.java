package health.backstep.backbone.inbox;

import health.backstep.backbone.failure.DatabaseFailure;
import health.backstep.backbone.failure.Failures;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How often a record was tried, and how long to wait before the next try. A record that fails for a
 * reason of its own is given up after four tries and 350 ms, so that the next patient's does not
 * wait for a second.
 */
final class Attempts {

  private static final int OF_ITS_OWN_FAULT = 4;
  private static final int BEYOND_HOPE = 8;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /** So long a record may run into limits of time on a database that is well. */
  private static final Duration LONGEST_AT_LIMITS = Duration.ofMinutes(1);

  private final LongSupplier nanoTime;
  private int ownFaults;
  private boolean givenUpJustNow;
  private @Nullable Long atLimitsSince;
  private String lastFailure = "";
  private Duration pause = FIRST_PAUSE;

  Attempts() {
    this(System::nanoTime);
  }

  Attempts(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * Counts a failure. A database that is away is no fault of the record. One that answers others
   * but has ended each try of this record for a minute, by a limit of time or a lock, is: then the
   * other patients must not wait any longer.
   */
  void failed(Throwable failure, BooleanSupplier databaseIsWell) {
    lastFailure = Failures.name(failure);
    boolean passing = DatabaseFailure.isPassing(failure);
    givenUpJustNow = false;
    if (!passing || isStuckAtLimits(failure, databaseIsWell)) {
      ownFaults++;
      givenUpJustNow = ownFaults == OF_ITS_OWN_FAULT;
    }
  }

  /**
   * Putting the record aside can run into a limit as well; it is tried on for as long as it takes.
   */
  private boolean isStuckAtLimits(Throwable failure, BooleanSupplier databaseIsWell) {
    if (areUsedUp() || !DatabaseFailure.isOfALimit(failure)) {
      atLimitsSince = null;
      return false;
    }
    long now = nanoTime.getAsLong();
    if (atLimitsSince == null) {
      atLimitsSince = now;
    }
    return now - atLimitsSince >= LONGEST_AT_LIMITS.toNanos() && databaseIsWell.getAsBoolean();
  }

  boolean areUsedUp() {
    return ownFaults >= OF_ITS_OWN_FAULT;
  }

  /** Not even putting the record aside in its place works. */
  boolean areBeyondHope() {
    return ownFaults >= BEYOND_HOPE;
  }

  String lastFailure() {
    return lastFailure;
  }

  /** Nothing to wait for, once, when the record is given up now. */
  Duration nextPause() {
    if (givenUpJustNow) {
      givenUpJustNow = false;
      return Duration.ZERO;
    }
    Duration next = pause;
    Duration doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    return next;
  }
}
