package health.backstep.backbone.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows go when they are past their time, and never one that is still needed. */
class RetentionTest {

  private static final RetentionConfig CONFIG =
      new Settings(
          Duration.ofMillis(50),
          3,
          Duration.ofMillis(1),
          Duration.ofDays(180),
          Duration.ofDays(400),
          Duration.ofDays(1),
          Duration.ofDays(365));

  private final OutboxState state = new OutboxState(Clock.systemUTC(), new SimpleMeterRegistry());
  private final Retention retention =
      new Retention(Ground.config(), CONFIG, state, Clock.systemUTC(), new SimpleMeterRegistry());

  record Settings(
      Duration interval,
      int step,
      Duration pause,
      Duration outbox,
      Duration inbox,
      Duration idempotency,
      Duration deadLetter)
      implements RetentionConfig {}

  @BeforeEach
  void begin() {
    Ground.column("truncate outbox, inbox_event, idempotency, dead_letter");
    retention.start(null);
  }

  @AfterEach
  void end() {
    retention.stop(null);
  }

  @Test
  void sentEventsGoAfterTheirTimeAndUnsentOnesNever() {
    for (int sequence = 1; sequence <= 20; sequence++) {
      outboxRow("old", sequence, "now() - interval '181 days'", false);
    }
    outboxRow("recent", 1, "now() - interval '179 days'", false);
    outboxRow("unsent", 1, "null", false);
    Ground.column("update outbox set created_at = now() - interval '500 days'");

    state.leads(true);

    awaitKeys("recent", "unsent");
  }

  @Test
  void theLastStateOfEachKeyStaysForEver() {
    for (int sequence = 1; sequence <= 5; sequence++) {
      for (String key : List.of("first", "second", "third", "fourth")) {
        outboxRow(key, sequence, "now() - interval '%d days'".formatted(900 - sequence), true);
      }
    }
    outboxRow("zz-event", 1, "now() - interval '181 days'", false);

    state.leads(true);

    awaitKeys("first", "fourth", "second", "third");
    assertThat(Ground.column("select distinct sequence from outbox")).containsExactly("5");
  }

  @Test
  void idsOfTakenEventsAndIdempotencyKeysGoAfterTheirTime() {
    for (int days : List.of(399, 401)) {
      Ground.column(
          """
          insert into inbox_event (tenant, event_id, source, patient_id, sequence, outcome, taken_at)
          values ('relay', gen_random_uuid(), '/x', gen_random_uuid(), ?, 'APPLIED',
            now() - make_interval(days => ?))
          """,
          days,
          days);
    }
    for (int hours : List.of(23, 25)) {
      Ground.column(
          """
          insert into idempotency (tenant, client, key, fingerprint, created_at)
          values ('relay', 'app', ?::text, '', now() - make_interval(hours => ?))
          """,
          hours,
          hours);
    }

    state.leads(true);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(Ground.column("select sequence from inbox_event")).containsExactly("399");
              assertThat(Ground.column("select key from idempotency")).containsExactly("23");
            });
  }

  @Test
  void deadLettersGoAfterTheirTimeUnlessNobodyHasDealtWithThem() {
    for (String state : List.of("OPEN", "REPLAYED", "DISCARDED")) {
      for (int days : List.of(364, 366)) {
        Ground.column(
            """
            insert into dead_letter
              (tenant, id, topic, partition, record_offset, headers, cause, reason, state, arrived_at)
            values ('relay', gen_random_uuid(), 'pt.plan.events.v1', 0, ?, '{}', 'TOO_LARGE', '', ?,
              now() - make_interval(days => ?))
            """,
            days,
            state,
            days);
      }
    }

    state.leads(true);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        Ground.column(
                            "select state || ' ' || record_offset from dead_letter order by 1"))
                    .containsExactly("DISCARDED 364", "OPEN 364", "OPEN 366", "REPLAYED 364"));
  }

  @Test
  void onlyTheInstanceThatLeadsRemoves() {
    outboxRow("old", 1, "now() - interval '181 days'", false);

    await().pollDelay(Duration.ofMillis(500)).until(() -> true);

    assertThat(Ground.column("select record_key from outbox")).containsExactly("old");
  }

  private static void outboxRow(String key, int sequence, String sentAt, boolean isState) {
    Ground.column(
        """
        insert into outbox
          (tenant, event_id, topic, record_key, sequence, headers, state, sent_at)
        values ('relay', gen_random_uuid(), 'pt.plan.state.v1', ?, ?, '{}', ?, %s)
        """
            .formatted(sentAt),
        key,
        sequence,
        isState);
  }

  private static void awaitKeys(String... keys) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(Ground.column("select record_key from outbox order by 1"))
                    .containsExactly(keys));
  }
}
