package health.backstep.plan.change.edge;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Waits for changes of one tenant. What comes between two waits ends the second one at once. */
final class Follower implements AutoCloseable {

  private final Semaphore signals = new Semaphore(0);
  private final ChangeSignals.Listening listening;

  Follower(ChangeSignals changes, String tenant) {
    listening =
        changes.listen(
            changed -> {
              if (changed.equals(tenant)) {
                wake();
              }
            });
  }

  void wake() {
    signals.release();
  }

  /**
   * Waits until there may be something new.
   *
   * @return false when the time ran out before
   */
  boolean await(Duration atMost) throws InterruptedException {
    boolean woken = signals.tryAcquire(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS);
    signals.drainPermits();
    return woken;
  }

  @Override
  public void close() {
    listening.close();
  }
}
