package health.backstep.backbone.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service that was away for so long that Kafka may have removed what nobody had read. */
class AfterAbsenceTest {

  private final String one = UUID.randomUUID().toString();

  @BeforeEach
  @AfterEach
  void neverAway() {
    Ground.column("truncate outbox, rebuild, absence, operation");
    Ground.column("update presence set seen_at = clock_timestamp()");
  }

  @Test
  void itsEventsAreSentAgainBeforeAnythingNewAndWithoutAnybodyAsking() {
    sentBefore(Ground.TOPIC, one, 1);
    sentBefore(Ground.TOPIC, one, 2);
    sentBefore(Ground.OTHER_TOPIC, one, 1);
    Ground.add(one, 3);
    Ground.wasAway(100, 0);

    try (Ground.Instance instance = Ground.relay()) {
      awaitSent(2);

      assertThat(Ground.seen(Ground.TOPIC, one)).containsExactly("1", "2", "3");
      assertThat(Ground.seen(Ground.OTHER_TOPIC, one)).containsExactly("1");
      assertThat(Ground.column("select actor || ', ' || subject || ', ' || note from operation"))
          .containsExactlyInAnyOrder(
              "the relay, pt.profile.events.v1, after an absence of 100 days",
              "the relay, pt.plan.events.v1, after an absence of 100 days");
      assertThat(instance.state().leads()).isTrue();
    }
  }

  @Test
  void statesAndDeadLettersAreNotForKafkaOrTheDatabaseKeepsThem() {
    sentBefore("pt.plan.state.v1", one, 1);
    sentBefore("pt.plan.events.dlq.v1", one, 1);
    sentBefore(Ground.TOPIC, one, 1);
    Ground.wasAway(100, 0);

    try (Ground.Instance instance = Ground.relay()) {
      awaitSent(1);

      assertThat(Ground.column("select topic from rebuild")).containsExactly(Ground.TOPIC);
      assertThat(instance.state().leads()).isTrue();
    }
  }

  @Test
  void anAbsenceIsAnsweredOnce() {
    sentBefore(Ground.TOPIC, one, 1);
    Ground.wasAway(100, 0);
    try (Ground.Instance first = Ground.relay()) {
      awaitSent(1);
      assertThat(first.state().leads()).isTrue();
    }

    Ground.add(one, 2);
    try (Ground.Instance second = Ground.relay()) {
      await().atMost(Duration.ofSeconds(30)).until(() -> Ground.unsent(one).isEmpty());
      assertThat(second.state().leads()).isTrue();
    }

    assertThat(Ground.seen(Ground.TOPIC, one)).containsExactly("1", "2");
  }

  @Test
  void oneThatWasSentAgainWhenTheAbsenceBeganBeginsAnew() {
    long first = sentBefore(Ground.TOPIC, one, 1);
    sentBefore(Ground.TOPIC, one, 2);
    Ground.column(
        "insert into rebuild (topic, up_to, sent_up_to, requested_by) values (?, ?, ?, 'anna')",
        Ground.TOPIC,
        first + 1,
        first);
    Ground.wasAway(100, 0);

    try (Ground.Instance instance = Ground.relay()) {
      awaitSent(1);

      assertThat(Ground.seen(Ground.TOPIC, one)).containsExactly("1", "2");
      assertThat(instance.state().leads()).isTrue();
    }
  }

  @Test
  void afterAnAbsenceInWhichKafkaHasRemovedNothingNothingIsSentAgain() {
    sentBefore(Ground.TOPIC, one, 1);
    Ground.add(one, 2);
    Ground.wasAway(29, 0);

    try (Ground.Instance instance = Ground.relay()) {
      await().atMost(Duration.ofSeconds(30)).until(() -> Ground.unsent(one).isEmpty());

      assertThat(Ground.seen(Ground.TOPIC, one)).containsExactly("2");
      assertThat(Ground.column("select topic from rebuild")).isEmpty();
      assertThat(instance.state().leads()).isTrue();
    }
  }

  @Test
  void theRelayItselfNoticesThatTheServiceWasAway() {
    sentBefore(Ground.TOPIC, one, 1);
    Ground.column("update presence set seen_at = clock_timestamp() - interval '40 days'");

    try (Ground.Instance instance = Ground.relay()) {
      awaitSent(1);

      assertThat(Ground.column("select extract(day from ended_at - begun_at)::int from absence"))
          .containsExactly("40");
      assertThat(Ground.seen(Ground.TOPIC, one)).containsExactly("1");
      assertThat(instance.state().leads()).isTrue();
    }
  }

  private static long sentBefore(String topic, String key, int sequence) {
    long position = Ground.add(topic, key, sequence, new byte[] {1});
    Ground.column(
        "update outbox set sent_at = clock_timestamp() - interval '101 days' where position = ?",
        position);
    return position;
  }

  private static void awaitSent(int topics) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(
                      Ground.column("select count(*) from rebuild where finished_at is not null"))
                  .containsExactly(Integer.toString(topics));
              assertThat(Ground.column("select count(*) from outbox where sent_at is null"))
                  .containsExactly("0");
            });
  }
}
