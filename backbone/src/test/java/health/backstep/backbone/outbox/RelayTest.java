package health.backstep.backbone.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The relay as operators know it: what it sends, who leads, and what it says about itself. */
class RelayTest {

  private static final int TOO_LARGE = 2_000_000;
  private static final String SENT =
      "update outbox set sent_at = clock_timestamp() where sent_at is null";

  private final String one = UUID.randomUUID().toString();
  private final String other = UUID.randomUUID().toString();

  @BeforeEach
  void nothingWaits() {
    Ground.column(SENT);
  }

  @Test
  void whatWasCommittedWhileNoRelayRanIsSentAtTheStart() throws Exception {
    for (int sequence = 1; sequence <= 120; sequence++) {
      Ground.add(one, sequence);
    }

    try (Ground.Instance instance = Ground.relay()) {
      soon().untilAsserted(() -> assertThat(Ground.unsent(one)).isEmpty());

      assertThat(Ground.seen(Ground.TOPIC, one)).isEqualTo(sequences(1, 120));
      soon().untilAsserted(() -> assertThat(instance.gauge("backstep.outbox.pending")).isZero());
      assertThat(instance.gauge("backstep.relay.active")).isOne();
    }
  }

  @Test
  void anEventThatKafkaCannotTakeHoldsBackItsOwnKeyUntilItIsMended() throws Exception {
    Ground.add(one, 1);
    long large = Ground.add(Ground.TOPIC, one, 2, new byte[TOO_LARGE]);
    Ground.add(one, 3);
    Ground.add(other, 1);

    try (Ground.Instance instance = Ground.relay()) {
      soon().untilAsserted(() -> assertThat(Ground.unsent(other)).isEmpty());
      soon().untilAsserted(() -> assertThat(instance.gauge("backstep.outbox.blocked")).isOne());
      soon()
          .untilAsserted(() -> assertThat(instance.gauge("backstep.outbox.pending")).isEqualTo(2));
      assertThat(Ground.unsent(one)).containsExactly("2", "3");
      assertThat(instance.state().age()).isZero();

      Ground.column("update outbox set payload = '\\x01' where position = ?", large);

      soon().untilAsserted(() -> assertThat(Ground.unsent(one)).isEmpty());
      soon().untilAsserted(() -> assertThat(instance.gauge("backstep.outbox.blocked")).isZero());
      assertThat(Ground.seen(Ground.TOPIC, one)).containsExactly("1", "2", "3");
    }
  }

  @Test
  void ofTwoRelaysOneLeadsAndTheOtherTakesOver() throws Exception {
    try (Ground.Instance first = Ground.relay()) {
      soon().until(first.state()::leads);
      try (Ground.Instance second = Ground.relay()) {
        Ground.add(one, 1);
        soon().untilAsserted(() -> assertThat(Ground.unsent(one)).isEmpty());
        assertThat(second.state().leads()).isFalse();

        first.end();
        Ground.add(one, 2);

        soon().untilAsserted(() -> assertThat(Ground.unsent(one)).isEmpty());
        assertThat(second.state().leads()).isTrue();
        assertThat(Ground.seen(Ground.TOPIC, one)).containsExactly("1", "2");
      }
    }
  }

  @Test
  void aLeaderThatIsFrozenLosesTheLeadAndLearnsIt() throws Exception {
    try (Leadership frozen = Leadership.seek(Ground.config());
        Leadership awake = Leadership.seek(Ground.config())) {
      assertThat(frozen.tryTake()).isTrue();
      assertThat(awake.tryTake()).isFalse();

      await().atMost(Duration.ofSeconds(20)).until(awake::tryTake);

      assertThatThrownBy(frozen::hold)
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isIn("57P05", "08006"));
    }
  }

  @Test
  void aLeaderThatSpeaksKeepsTheLeadWhileItWaits() throws Exception {
    try (Leadership waiting = Leadership.seek(Ground.config())) {
      assertThat(waiting.tryTake()).isTrue();
      long end = System.nanoTime() + Ground.config().silentLeaderAfter().multipliedBy(2).toNanos();

      await()
          .atMost(Duration.ofMinutes(1))
          .until(
              () -> {
                waiting.hold();
                return System.nanoTime() > end;
              });

      assertThat(Ground.column("select 1 from pg_locks where locktype = 'advisory'")).hasSize(1);
    }
  }

  @Test
  void withoutKafkaTheActiveInstanceIsUnreadyAndAnotherOneThatReachesItTakesOver()
      throws Exception {
    try (Ground.Instance cutOff = Ground.relay(Ground.config(), Ground.DEAD_PORT)) {
      OutboxReadiness readiness = new OutboxReadiness(cutOff.state(), Ground.config());
      Ground.add(one, 1);
      soon().untilAsserted(() -> assertThat(readiness.call().getStatus().name()).isEqualTo("DOWN"));
      soon().untilAsserted(() -> assertThat(cutOff.gauge("backstep.outbox.pending")).isOne());

      try (Ground.Instance well = Ground.relay()) {
        soon().untilAsserted(() -> assertThat(Ground.unsent(one)).isEmpty());

        assertThat(well.state().leads()).isTrue();
        soon().untilAsserted(() -> assertThat(readiness.call().getStatus().name()).isEqualTo("UP"));
        assertThat(cutOff.gauge("backstep.outbox.pending")).isZero();
      }
    }
  }

  private static List<String> sequences(int from, int to) {
    return Stream.iterate(from, number -> number + 1)
        .limit(to - from + 1L)
        .map(String::valueOf)
        .toList();
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(60));
  }
}
