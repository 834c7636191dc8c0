package health.backstep.backbone.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AwaitedEventsTest {

  private static final long AN_HOUR = 3_600_000;

  private final Set<UUID> stored = ConcurrentHashMap.newKeySet();
  private final AtomicInteger looks = new AtomicInteger();
  private final Semaphore database = new Semaphore(Integer.MAX_VALUE);

  @Test
  void oneLookServesEverybodyWhoCameBeforeIt() {
    AwaitedEvents awaited = new AwaitedEvents(this::look, AN_HOUR);
    database.drainPermits();
    List<UUID> ids = Stream.generate(UUID::randomUUID).limit(100).toList();
    stored.addAll(ids);

    List<AwaitedEvents.Waiter> waiters = ids.stream().map(awaited::join).toList();
    database.release(Integer.MAX_VALUE);

    await().until(() -> waiters.stream().allMatch(waiter -> waiter.applied().isDone()));
    assertThat(looks.get()).isLessThanOrEqualTo(2);
  }

  @Test
  void anEventThatAnotherInstanceTookIsFoundByALaterLook() {
    AwaitedEvents awaited = new AwaitedEvents(this::look, 1);
    UUID id = UUID.randomUUID();
    AwaitedEvents.Waiter waiter = awaited.join(id);
    await().until(() -> waiter.looked().isDone());
    assertThat(waiter.applied()).isNotDone();

    stored.add(id);

    await().until(() -> waiter.applied().isDone());
  }

  @Test
  void aSignalAnswersWithoutALook() {
    AwaitedEvents awaited = new AwaitedEvents(this::look, AN_HOUR);
    UUID id = UUID.randomUUID();
    AwaitedEvents.Waiter waiter = awaited.join(id);
    await().until(() -> waiter.looked().isDone());

    awaited.applied(id);

    assertThat(waiter.applied()).isCompletedWithValue(true);
    assertThat(looks).hasValue(1);
  }

  @Test
  void nobodyLooksWhenNobodyWaits() {
    AwaitedEvents awaited = new AwaitedEvents(this::look, 1);
    UUID id = UUID.randomUUID();
    AwaitedEvents.Waiter waiter = awaited.join(id);
    await().until(() -> looks.get() > 3);
    awaited.leave(id, waiter);
    await().until(() -> !awaited.isLooking());
    int before = looks.get();

    AwaitedEvents.Waiter next = awaited.join(id);

    await().until(() -> next.looked().isDone());
    assertThat(looks.get()).isGreaterThan(before);
  }

  @Test
  void aDatabaseThatIsAwayIsSaidToEverybodyWhoWaits() {
    AwaitedEvents awaited =
        new AwaitedEvents(
            ids -> {
              throw new IllegalStateException("away");
            },
            1);

    AwaitedEvents.Waiter waiter = awaited.join(UUID.randomUUID());

    await().until(() -> waiter.looked().isCompletedExceptionally());
  }

  private Set<UUID> look(Set<UUID> ids) {
    looks.incrementAndGet();
    database.acquireUninterruptibly();
    Set<UUID> found = new HashSet<>(ids);
    found.retainAll(stored);
    return found;
  }
}
