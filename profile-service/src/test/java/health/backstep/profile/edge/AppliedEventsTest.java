package health.backstep.profile.edge;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.backbone.event.EventEnvelope;
import health.backstep.backbone.inbox.AppliedEvents;
import health.backstep.backbone.tenancy.Tenant;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Stored;
import health.backstep.backbone.testing.Wire;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Whoever waits for an event is told when it is in, wherever it was taken. */
@ProfileComponentTest
class AppliedEventsTest {

  private static final Tenant TENANT = new Tenant(new Partner("applied-events").tenant());
  private static final int WAITERS = 100;
  private static final Duration LONG = Duration.ofSeconds(60);

  @Inject AppliedEvents applied;

  @Test
  void aHundredWaitersLearnOfWhatIsTakenHere() throws Exception {
    UUID patient = UUID.randomUUID();
    List<EventEnvelope> events = new ArrayList<>();
    for (int sequence = 1; sequence <= WAITERS; sequence++) {
      events.add(SessionEvents.unknownType(TENANT.name(), patient, sequence));
    }
    List<UUID> ids = events.stream().map(EventEnvelope::id).toList();

    assertThat(answers(ids, () -> Wire.sendTogether(SessionEvents.TOPIC, events)))
        .containsOnly(true);
  }

  @Test
  void aHundredWaitersLearnOfWhatAnotherInstanceTakes() throws Exception {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < WAITERS; i++) {
      ids.add(UUID.randomUUID());
    }

    assertThat(answers(ids, () -> ids.forEach(AppliedEventsTest::takenElsewhere)))
        .containsOnly(true);
  }

  @Test
  void theDatabaseIsAskedAlsoForNoWaitAtAll() {
    UUID id = UUID.randomUUID();
    assertThat(applied.await(TENANT, id, Duration.ZERO)).isFalse();

    takenElsewhere(id);

    assertThat(applied.await(TENANT, id, Duration.ZERO)).isTrue();
    assertThat(applied.await(new Tenant("applied-other"), id, Duration.ZERO)).isFalse();
  }

  @Test
  void aDeadLetterIsNotAppliedHoweverOftenItComes() {
    EventEnvelope broken = SessionEvents.redFlag(TENANT.name(), UUID.randomUUID(), 1, "{");

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> waiting =
          threads.submit(() -> applied.await(TENANT, broken.id(), Duration.ofSeconds(5)));
      Wire.sendTogether(SessionEvents.TOPIC, List.of(broken, broken));

      assertThat(waiting).succeedsWithin(LONG).isEqualTo(false);
    }
    assertThat(Stored.column("select outcome from inbox_event where event_id = ?", broken.id()))
        .containsExactly("DEAD_LETTERED");
  }

  private List<Boolean> answers(List<UUID> ids, Runnable meanwhile) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> waiting = new ArrayList<>();
      for (UUID id : ids) {
        waiting.add(threads.submit(() -> applied.await(TENANT, id, LONG)));
      }
      meanwhile.run();
      List<Boolean> answers = new ArrayList<>();
      for (Future<Boolean> answer : waiting) {
        answers.add(answer.get());
      }
      return answers;
    }
  }

  private static void takenElsewhere(UUID id) {
    Stored.alter(
        """
        insert into inbox_event (tenant, event_id, source, patient_id, sequence, outcome)
        values ('%s', '%s', '/elsewhere', '%s', 1, 'APPLIED')
        """
            .formatted(TENANT.name(), id, UUID.randomUUID()));
  }
}
