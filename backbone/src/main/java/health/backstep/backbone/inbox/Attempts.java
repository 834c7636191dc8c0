package health.backstep.backbone.inbox;

import health.backstep.backbone.failure.DatabaseFailure;
import health.backstep.backbone.failure.Failures;
import java.time.Duration;

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

  private int ownFaults;
  private String lastFailure = "";
  private Duration pause = FIRST_PAUSE;

  /** Counts a failure. A database that is away is no fault of the record. */
  void failed(Throwable failure) {
    lastFailure = Failures.name(failure);
    if (!DatabaseFailure.isPassing(failure)) {
      ownFaults++;
    }
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

  /** Nothing to wait for when the record is given up now. */
  Duration nextPause() {
    if (ownFaults == OF_ITS_OWN_FAULT) {
      return Duration.ZERO;
    }
    Duration next = pause;
    Duration doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    return next;
  }
}
