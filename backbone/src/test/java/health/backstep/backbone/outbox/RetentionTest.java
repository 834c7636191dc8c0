package health.backstep.backbone.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
          Duration.ofDays(365),
          Duration.ofDays(1095),
          Duration.ofDays(1095));

  private final OutboxState state = new OutboxState(Clock.systemUTC(), new SimpleMeterRegistry());
  private final Retention retention =
      new Retention(
          Ground.config(),
          CONFIG,
          state,
          new Presence(Ground.config(), Clock.systemUTC()),
          Clock.systemUTC(),
          new SimpleMeterRegistry());

  record Settings(
      Duration interval,
      int step,
      Duration pause,
      Duration outbox,
      Duration inbox,
      Duration idempotency,
      Duration deadLetter,
      Duration audit,
      Duration operation)
      implements RetentionConfig {}

  @BeforeEach
  void begin() {
    Ground.column(
        "truncate outbox, inbox_event, idempotency, dead_letter, operation, rebuild, absence");
    Ground.column("truncate audit_line, audit_head, audit_anchor");
    retention.start(null);
  }

  @AfterEach
  void end() {
    retention.stop(null);
    Ground.column("truncate absence");
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
  void whatOperatorsDidGoesAfterItsTime() {
    for (int days : List.of(1094, 1096)) {
      Ground.column(
          """
          insert into operation (at, actor, act, subject)
          values (now() - make_interval(days => ?), 'anna', 'DISCARD', ?::text)
          """,
          days,
          days);
    }

    state.leads(true);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(Ground.column("select subject from operation")).containsExactly("1094"));
  }

  @Test
  void linesOfTheAuditLogGoFromTheOldEndAndTheLastOfThemIsRemembered() {
    for (int sequence = 1; sequence <= 7; sequence++) {
      auditLine("-", sequence, 1096);
      auditLine("relay", sequence, sequence == 5 ? 1 : 1096);
    }
    Ground.column(
        "insert into audit_head select distinct on (chain) chain, sequence, hash from audit_line order by chain, sequence desc");

    state.leads(true);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(Ground.column("select sequence from audit_line order by 1"))
                  .as("what stands behind a young line stays with it")
                  .containsExactly("5", "6", "7");
              assertThat(
                      Ground.column(
                          "select chain || ' ' || sequence || ' ' || encode(hash, 'escape') from audit_anchor order by 1"))
                  .containsExactly("- 7 -7", "relay 4 relay4");
            });
  }

  @Test
  void theTimeInWhichTheServiceWasAwayDoesNotCount() {
    Ground.wasAway(100, 1);
    outboxRow("too old", 1, "now() - interval '282 days'", false);
    outboxRow("older than the absence", 1, "now() - interval '200 days'", false);
    outboxRow("of today", 1, "now()", false);

    state.leads(true);

    awaitKeys("of today", "older than the absence");
  }

  @Test
  void nothingOfATopicGoesWhileItIsSentAgain() {
    outboxRow("old", 1, "now() - interval '181 days'", false);
    Ground.column(
        "insert into outbox (tenant, event_id, topic, record_key, headers, sent_at) values ('relay', gen_random_uuid(), 'pt.plan.events.v1', 'old of another', '{}', now() - interval '181 days')");
    Ground.column(
        "insert into rebuild (topic, up_to, requested_by) values ('pt.plan.state.v1', 1, 'anna')");

    state.leads(true);
    awaitKeys("old");

    Ground.column("update rebuild set finished_at = now()");
    awaitKeys();
  }

  @Test
  void aStepNeverRemovesMoreThanItLooksAtHoweverManyRowsAreOfOneInstant() throws SQLException {
    Ground.column(
        """
        insert into inbox_event (tenant, event_id, source, patient_id, sequence, outcome, taken_at)
        select 'relay', gen_random_uuid(), '/x', gen_random_uuid(), number, 'APPLIED',
          '2020-01-01T00:00:00Z'
        from generate_series(1, 10) number
        """);

    List<Integer> removed = new ArrayList<>();
    Optional<Instant> from = Optional.of(Instant.EPOCH);
    try (Connection relay = Ground.relayRole()) {
      while (from.isPresent()) {
        Expiring.Step step = Expiring.INBOX.remove(relay, from.get(), Instant.now(), 3);
        removed.add(step.removed());
        from = step.lookedUpTo();
      }
    }

    assertThat(removed).containsExactly(3, 3, 3, 1);
  }

  @Test
  void rowsOfOneInstantThatStayDoNotKeepAStepForEver() throws SQLException {
    for (String key : List.of("a", "b", "c", "d")) {
      outboxRow(key, 1, "'2020-01-01T00:00:00Z'", true);
    }
    outboxRow("event", 1, "'2020-01-02T00:00:00Z'", false);

    Optional<Instant> from = Optional.of(Instant.EPOCH);
    try (Connection relay = Ground.relayRole()) {
      while (from.isPresent()) {
        from = Expiring.OUTBOX.remove(relay, from.get(), Instant.now(), 2).lookedUpTo();
      }
    }

    awaitKeys("a", "b", "c", "d");
  }

  @Test
  void whileAStepIsUnderWayEverybodyElseWrites() throws SQLException {
    outboxRow("old", 1, "now() - interval '181 days'", false);
    outboxRow("young", 1, "null", false);
    Instant before = Instant.now().minus(Duration.ofDays(180));
    try (Connection relay = Ground.relayRole();
        Connection other = Ground.superuser();
        Statement write = other.createStatement()) {
      relay.setAutoCommit(false);
      assertThat(Expiring.OUTBOX.remove(relay, Instant.EPOCH, before, 100).removed()).isOne();

      write.execute("set lock_timeout = '100ms'");
      write.execute("update outbox set sent_at = now() where record_key = 'young'");
      write.execute(
          "insert into outbox (tenant, event_id, topic, record_key, headers) values ('relay', gen_random_uuid(), 'pt.plan.state.v1', 'new', '{}')");

      relay.commit();
    }
    awaitKeys("new", "young");
  }

  @Test
  void onlyTheInstanceThatLeadsRemoves() {
    outboxRow("old", 1, "now() - interval '181 days'", false);

    await().pollDelay(Duration.ofMillis(500)).until(() -> true);

    assertThat(Ground.column("select record_key from outbox")).containsExactly("old");
  }

  private static void auditLine(String chain, int sequence, int daysOld) {
    Ground.column(
        """
        insert into audit_line (chain, sequence, at, status, times, previous, hash)
        values (?, ?, now() - make_interval(days => ?), 200, 1, '', convert_to(?, 'UTF8'))
        """,
        chain,
        sequence,
        daysOld,
        chain + sequence);
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
