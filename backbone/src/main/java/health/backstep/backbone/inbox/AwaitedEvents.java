package health.backstep.backbone.inbox;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Everybody of one tenant who waits for events. One look at the database serves all who came before
 * it, and there is one look at a time.
 */
final class AwaitedEvents {

  /** Somebody who waits: when the database has been asked once, and when the event is there. */
  record Waiter(CompletableFuture<Boolean> looked, CompletableFuture<Boolean> applied) {}

  private final Map<UUID, List<Waiter>> waiters = new HashMap<>();
  private final Function<Set<UUID>, Set<UUID>> look;
  private final long lookEveryMillis;
  private final Semaphore newcomers = new Semaphore(0);
  private boolean looking;

  AwaitedEvents(Function<Set<UUID>, Set<UUID>> look, long lookEveryMillis) {
    this.look = look;
    this.lookEveryMillis = lookEveryMillis;
  }

  synchronized Waiter join(UUID eventId) {
    Waiter waiter = new Waiter(new CompletableFuture<>(), new CompletableFuture<>());
    waiters.computeIfAbsent(eventId, id -> new CopyOnWriteArrayList<>()).add(waiter);
    newcomers.release();
    if (!looking) {
      looking = true;
      Thread.ofVirtual().name("applied-events").start(this::lookWhileAwaited);
    }
    return waiter;
  }

  synchronized void leave(UUID eventId, Waiter waiter) {
    waiters.computeIfPresent(
        eventId,
        (id, waiting) -> {
          waiting.remove(waiter);
          return waiting.isEmpty() ? null : waiting;
        });
  }

  synchronized void applied(UUID eventId) {
    waiters.getOrDefault(eventId, List.of()).forEach(waiter -> waiter.applied().complete(true));
  }

  synchronized boolean isLooking() {
    return looking;
  }

  private void lookWhileAwaited() {
    while (isAwaited()) {
      Map<UUID, List<Waiter>> asking = asking();
      try {
        Set<UUID> found = look.apply(asking.keySet());
        asking.forEach((id, waiting) -> answer(waiting, found.contains(id)));
      } catch (RuntimeException | Error e) {
        asking.values().forEach(waiting -> fail(waiting, e));
      }
      pause();
    }
  }

  private synchronized boolean isAwaited() {
    looking = !waiters.isEmpty();
    return looking;
  }

  private synchronized Map<UUID, List<Waiter>> asking() {
    newcomers.drainPermits();
    Map<UUID, List<Waiter>> asking = new HashMap<>();
    new HashSet<>(waiters.keySet()).forEach(id -> asking.put(id, List.copyOf(waiters.get(id))));
    return asking;
  }

  /** Whoever comes meanwhile is served at once. */
  private void pause() {
    try {
      if (newcomers.tryAcquire(lookEveryMillis, TimeUnit.MILLISECONDS)) {
        newcomers.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(List<Waiter> waiting, boolean found) {
    for (Waiter waiter : waiting) {
      if (found) {
        waiter.applied().complete(true);
      }
      waiter.looked().complete(true);
    }
  }

  private static void fail(List<Waiter> waiting, Throwable failure) {
    for (Waiter waiter : waiting) {
      waiter.applied().completeExceptionally(failure);
      waiter.looked().completeExceptionally(failure);
    }
  }
}
