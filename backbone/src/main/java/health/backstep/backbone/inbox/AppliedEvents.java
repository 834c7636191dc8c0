package health.backstep.backbone.inbox;

import health.backstep.backbone.tenancy.Tenant;
import health.backstep.backbone.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a reader wait until an event has been taken in. The signal stays in the process; another
 * instance may have taken the event, so that the database is asked now and then as well.
 */
@ApplicationScoped
public class AppliedEvents {

  private static final Duration LOOK_EVERY = Duration.ofMillis(250);

  private final Map<UUID, CountDownLatch> awaited = new ConcurrentHashMap<>();
  private final TenantTransaction transaction;
  private final InboxStore store;

  AppliedEvents(TenantTransaction transaction, InboxStore store) {
    this.transaction = transaction;
    this.store = store;
  }

  void signal(UUID eventId) {
    CountDownLatch latch = awaited.remove(eventId);
    if (latch != null) {
      latch.countDown();
    }
  }

  /** True as soon as the event has been taken in, false when the wait runs out before. */
  public boolean await(Tenant tenant, UUID eventId, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    CountDownLatch latch = awaited.computeIfAbsent(eventId, id -> new CountDownLatch(1));
    try {
      while (!isTaken(tenant, eventId)) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        latch.await(Math.min(left, LOOK_EVERY.toNanos()), TimeUnit.NANOSECONDS);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      awaited.remove(eventId, latch);
    }
  }

  private boolean isTaken(Tenant tenant, UUID eventId) {
    return transaction.call(tenant, () -> store.outcome(tenant.name(), eventId)).isPresent();
  }
}
