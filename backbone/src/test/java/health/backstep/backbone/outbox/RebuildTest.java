package health.backstep.backbone.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A topic that was lost is sent again, in order, and what is new waits until that is done. */
class RebuildTest {

  private final String one = UUID.randomUUID().toString();
  private final String other = UUID.randomUUID().toString();

  @BeforeEach
  void nothingWaits() {
    Ground.column("delete from outbox");
    Ground.column("delete from rebuild");
  }

  @Test
  void everythingThatWasSentIsSentAgainBeforeAnythingNew() throws Exception {
    sentBefore(one, 1);
    sentBefore(other, 1);
    sentBefore(one, 2);
    Ground.add(one, 3);
    askFor(Ground.TOPIC);
    Ground.add(one, 4);

    try (Ground.Instance instance = Ground.relay()) {
      awaitFinished();

      assertThat(Ground.unsent(one)).isEmpty();
      assertThat(Ground.seen(Ground.TOPIC, one)).containsExactly("1", "2", "3", "4");
      assertThat(Ground.seen(Ground.TOPIC, other)).containsExactly("1");
      assertThat(Ground.column("select sent from rebuild")).containsExactly("3");
      assertThat(instance.state().leads()).isTrue();
    }
  }

  @Test
  void afterACrashItGoesOnWhereItWas() throws Exception {
    sentBefore(one, 1);
    long done = sentBefore(one, 2);
    sentBefore(one, 3);
    askFor(Ground.TOPIC);
    Ground.column("update rebuild set sent_up_to = ?, sent = 2", done);

    try (Ground.Instance instance = Ground.relay()) {
      awaitFinished();

      assertThat(Ground.seen(Ground.TOPIC, one)).containsExactly("3");
      assertThat(Ground.column("select sent from rebuild")).containsExactly("3");
      assertThat(instance.state().leads()).isTrue();
    }
  }

  @Test
  void whatIsNewWaitsUntilTheLastStep() throws Exception {
    int events = Ground.config().batch() * 3;
    List<String> expected = new ArrayList<>();
    for (int sequence = 1; sequence <= events; sequence++) {
      sentBefore(sequence % 2 == 0 ? one : other, sequence);
      if (sequence % 2 == 0) {
        expected.add(Integer.toString(sequence));
      }
    }
    askFor(Ground.TOPIC);
    Ground.add(one, events + 1);
    expected.add(Integer.toString(events + 1));

    try (Ground.Instance instance = Ground.relay()) {
      awaitFinished();

      assertThat(Ground.seen(Ground.TOPIC, one)).isEqualTo(expected);
      assertThat(instance.state().leads()).isTrue();
    }
  }

  @Test
  void whatWasSentAfterTheRequestComesAgainAsWellSoThatTheNewestStateIsTheLast() throws Exception {
    sentBefore(one, 1);
    askFor(Ground.TOPIC);
    sentBefore(one, 2);

    try (Ground.Instance instance = Ground.relay()) {
      awaitFinished();

      assertThat(Ground.seen(Ground.TOPIC, one)).containsExactly("1", "2");
      assertThat(Ground.column("select sent from rebuild")).containsExactly("1");
      assertThat(instance.state().leads()).isTrue();
    }
  }

  @Test
  void aRowThatCannotBeSentAgainIsCountedAndTheOthersAre() throws Exception {
    sentBefore(one, 1);
    long broken = sentBefore(other, 1);
    Ground.column("update outbox set headers = '{\"ce_type\": null}' where position = ?", broken);
    askFor(Ground.TOPIC);

    try (Ground.Instance instance = Ground.relay()) {
      awaitFinished();

      assertThat(Ground.column("select sent from rebuild")).containsExactly("1");
      assertThat(Ground.column("select refused from rebuild")).containsExactly("1");
      assertThat(instance.state().leads()).isTrue();
    }
  }

  @Test
  void whileATopicIsSentAgainOnlyThatTopicWaits() throws Exception {
    long lost = sentBefore(one, 1);
    askFor(Ground.TOPIC);
    List<Lane> none = List.of();
    Ground.add(one, 2);
    long elsewhere = Ground.add(Ground.OTHER_TOPIC, other, 1, new byte[] {1});

    try (Leadership session = Leadership.seek(Ground.config())) {
      UnsentEvents unsent = new UnsentEvents(session.connection());
      assertThat(unsent.next(10, List.of(Ground.TOPIC), none))
          .extracting(OutboxRow::position)
          .containsExactly(elsewhere);
      Rebuilds rebuilds = new Rebuilds(session.connection());
      assertThat(rebuilds.next(rebuilds.unfinished().getFirst(), 10))
          .extracting(OutboxRow::position)
          .containsExactly(lost);
    }
  }

  private static long sentBefore(String key, long sequence) {
    long position = Ground.add(key, sequence);
    Ground.column("update outbox set sent_at = clock_timestamp() where position = ?", position);
    return position;
  }

  private static void askFor(String topic) {
    Ground.column(
        """
        insert into rebuild (topic, up_to, requested_by)
        select ?, max(position), 'test' from outbox
        """,
        topic);
  }

  private static void awaitFinished() {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(
                        Ground.column(
                            """
                            select 1 from rebuild where finished_at is null
                            union all select 1 from outbox where sent_at is null
                            """))
                    .isEmpty());
  }
}
