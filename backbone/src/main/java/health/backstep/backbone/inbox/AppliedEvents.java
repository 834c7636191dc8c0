package health.backstep.backbone.inbox;

import health.backstep.backbone.tenancy.Tenant;
import health.backstep.backbone.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lets a reader wait until an event has been taken in. An event that is taken here is signalled
 * inside the process. Another instance may take it, so that the database is asked now and then as
 * well, once for everybody of a tenant who waits.
 */
@ApplicationScoped
public class AppliedEvents {

  private static final Duration LOOK_EVERY = Duration.ofMillis(250);

  private final Map<String, AwaitedEvents> byTenant = new ConcurrentHashMap<>();
  private final TenantTransaction transaction;
  private final TakenEvents taken;

  AppliedEvents(TenantTransaction transaction, TakenEvents taken) {
    this.transaction = transaction;
    this.taken = taken;
  }

  void signal(String tenant, UUID eventId) {
    AwaitedEvents awaited = byTenant.get(tenant);
    if (awaited != null) {
      awaited.applied(eventId);
    }
  }

  /**
   * True as soon as the event has been taken in, false when the wait runs out before, as it does
   * for one that was put aside. The database is asked at least once, also for a wait of nothing.
   *
   * @throws RuntimeException what the database failed with
   */
  public boolean await(Tenant tenant, UUID eventId, Duration atMost) {
    AwaitedEvents awaited = byTenant.computeIfAbsent(tenant.name(), name -> ofTenant(tenant));
    long deadline = System.nanoTime() + atMost.toNanos();
    AwaitedEvents.Waiter waiter = awaited.join(eventId);
    try {
      CompletableFuture.anyOf(waiter.looked(), waiter.applied()).get();
      long left = Math.max(0, deadline - System.nanoTime());
      return waiter.applied().isDone() || waiter.applied().get(left, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    } finally {
      awaited.leave(eventId, waiter);
    }
  }

  private AwaitedEvents ofTenant(Tenant tenant) {
    return new AwaitedEvents(
        ids -> transaction.call(tenant, () -> taken.among(tenant.name(), ids)),
        LOOK_EVERY.toMillis());
  }
}
