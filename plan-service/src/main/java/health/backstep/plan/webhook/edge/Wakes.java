package health.backstep.plan.webhook.edge;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Why the next round begins before its time. */
final class Wakes {

  /** In place of a tenant's name when nothing has changed. */
  private static final String ONLY_DUE = "";

  private final BlockingQueue<String> woken = new LinkedBlockingQueue<>();

  /** A tenant has changed something. */
  void changed(String tenant) {
    woken.add(tenant);
  }

  /** There may be more to do, or place for it. */
  void more() {
    woken.add(ONLY_DUE);
  }

  /** Waits until something has happened, but not longer than this. The tenants that changed. */
  Set<String> await(Duration atMost) throws InterruptedException {
    Set<String> changed = new HashSet<>();
    String first = woken.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
    if (first != null) {
      changed.add(first);
      woken.drainTo(changed);
      changed.remove(ONLY_DUE);
    }
    return changed;
  }
}
