package health.backstep.backbone.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells the relay, inside the process, that a commit left something to send. */
@ApplicationScoped
public class RelayWake {

  private final Semaphore signals = new Semaphore(0);

  /** One for each commit; several before the relay looks count as one. */
  public void signal() {
    signals.release();
  }

  void await(Duration atMost) throws InterruptedException {
    if (signals.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
      signals.drainPermits();
    }
  }
}
