package health.backstep.backbone.inbox;

import health.backstep.backbone.failure.DatabaseFailure;
import health.backstep.backbone.failure.Failures;
import java.time.Duration;

/** How often a record was tried, and how long to wait before the next try. */
final class Attempts {

  private static final int OF_ITS_OWN_FAULT = 5;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private int ownFaults;
  private String lastFailure = "";
  private Duration pause = FIRST_PAUSE;

  /** Counts a failure. A database that is away is no fault of the record. */
  void failed(RuntimeException failure) {
    lastFailure = Failures.name(failure);
    if (!DatabaseFailure.isPassing(failure)) {
      ownFaults++;
    }
  }

  boolean areUsedUp() {
    return ownFaults >= OF_ITS_OWN_FAULT;
  }

  String lastFailure() {
    return lastFailure;
  }

  Duration nextPause() {
    Duration next = pause;
    Duration doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    return next;
  }
}
