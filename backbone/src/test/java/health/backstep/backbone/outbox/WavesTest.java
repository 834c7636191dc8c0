package health.backstep.backbone.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.backbone.outbox.Waves.Heartbeat;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What goes out when, and what of it counts, on a real broker with sends that can be made to fail.
 */
class WavesTest {

  private static final Heartbeat WELL = () -> {};

  private final Producer<String, byte[]> real = Ground.producers(Ground.kafka()).open();
  private final Map<String, RuntimeException> failing = new HashMap<>();
  private final List<String> sent = new ArrayList<>();
  private final Map<String, Future<?>> lastOfKey = new HashMap<>();
  private final String one = UUID.randomUUID().toString();
  private final String other = UUID.randomUUID().toString();
  private long position;

  @AfterEach
  void close() {
    real.close();
  }

  @Test
  void aLaterEventGoesOutOnlyAfterTheOneBeforeItWasAcknowledged() throws Exception {
    List<OutboxRow> rows = new ArrayList<>();
    for (int sequence = 1; sequence <= 20; sequence++) {
      rows.add(row(one, sequence));
      rows.add(row(other, sequence));
    }

    Outcome outcome = waves(WELL).send(rows);

    assertThat(outcome.acknowledged()).containsExactlyInAnyOrderElementsOf(rows);
    assertThat(sent).hasSize(40);
  }

  @Test
  void aFailedEventHoldsBackItsOwnKeyAndNoOther() throws Exception {
    failing.put(one + 2, new RecordTooLargeException());

    Outcome outcome =
        waves(WELL)
            .send(
                List.of(
                    row(one, 1),
                    row(one, 2),
                    row(one, 3),
                    row(other, 1),
                    row(other, 2),
                    row(other, 3)));

    assertThat(outcome.acknowledged())
        .extracting(row -> row.lane().key() + row.sequence())
        .containsExactlyInAnyOrder(one + 1, other + 1, other + 2, other + 3);
    assertThat(outcome.refusedLanes()).containsExactly(new Lane(Ground.TOPIC, one));
    assertThat(outcome.kafka()).isEmpty();
    assertThat(sent).doesNotContain(one + 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"no\"]", "{\"ce_type\": null}", "null", "{\"ce_type\": {}}"})
  void headersThatCannotBeReadFailTheirOwnEventOnly(String headers) throws Exception {
    OutboxRow broken =
        new OutboxRow(1, new Lane(Ground.TOPIC, one), 1L, headers, new byte[0], Instant.now());

    Outcome outcome = waves(WELL).send(List.of(broken, row(other, 1)));

    assertThat(outcome.refused()).containsOnlyKeys(broken);
    assertThat(outcome.acknowledged()).extracting(row -> row.lane().key()).containsExactly(other);
  }

  @Test
  void whenKafkaFailsTheWaveEndsAndWhatItAcknowledgedCounts() throws Exception {
    failing.put(one + 1, new TimeoutException());

    Outcome outcome =
        waves(WELL).send(List.of(row(one, 1), row(one, 2), row(other, 1), row(other, 2)));

    assertThat(outcome.kafka()).containsInstanceOf(TimeoutException.class);
    assertThat(outcome.refused()).isEmpty();
    assertThat(outcome.acknowledged())
        .allSatisfy(row -> assertThat(row.lane().key() + row.sequence()).isEqualTo(other + 1));
    assertThat(sent).doesNotContain(one + 2, other + 2);
  }

  @Test
  void aTopicThatIsNotThereHoldsUpNoOther() throws Exception {
    OutboxRow lost =
        new OutboxRow(99, new Lane("no.such.topic", one), 1L, "{}", new byte[0], Instant.now());
    List<OutboxRow> others = List.of(row(other, 1), row(other, 2), row(other, 3));

    Outcome outcome = waves(WELL).send(Stream.concat(Stream.of(lost), others.stream()).toList());

    assertThat(outcome.awayTopics()).containsOnlyKeys("no.such.topic");
    assertThat(outcome.acknowledged()).isEqualTo(others);
    assertThat(outcome.kafka()).isEmpty();
  }

  @Test
  void aTopicThatWeMayNotWriteToHoldsUpNoOtherAndIsNoFailureOfKafka() throws Exception {
    failing.put(one + 1, new TopicAuthorizationException(Ground.TOPIC));

    Outcome outcome = waves(WELL).send(List.of(row(one, 1), row(one, 2)));

    assertThat(outcome.awayTopics()).containsOnlyKeys(Ground.TOPIC);
    assertThat(outcome.refused()).isEmpty();
    assertThat(outcome.kafka()).isEmpty();
    assertThat(sent).containsExactly(one + 1);
  }

  @Test
  void nothingMoreGoesOutOnceTheLeadIsLost() {
    AtomicInteger beats = new AtomicInteger();
    Heartbeat lostAfterTwo =
        () -> {
          if (beats.incrementAndGet() > 2) {
            throw new SQLException("terminated", "57P05");
          }
        };

    assertThatThrownBy(
            () -> waves(lostAfterTwo).send(List.of(row(one, 1), row(other, 1), row("third", 1))))
        .isInstanceOf(SQLException.class);

    assertThat(sent).containsExactly(one + 1, other + 1);
  }

  private OutboxRow row(String key, long sequence) {
    position++;
    return new OutboxRow(
        position, new Lane(Ground.TOPIC, key), sequence, "{}", new byte[0], Instant.now());
  }

  private Waves waves(Heartbeat heartbeat) {
    return new Waves(producer(), new ObjectMapper(), heartbeat);
  }

  /** The real producer, watched, with sends that fail when they are told to. */
  @SuppressWarnings("unchecked")
  private Producer<String, byte[]> producer() {
    return (Producer<String, byte[]>)
        Proxy.newProxyInstance(
            Producer.class.getClassLoader(),
            new Class<?>[] {Producer.class},
            (_, method, arguments) -> {
              try {
                return method.getName().equals("send")
                    ? send((ProducerRecord<String, byte[]>) arguments[0])
                    : method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private Future<?> send(ProducerRecord<String, byte[]> record) {
    String name =
        record.key()
            + new String(
                record.headers().lastHeader("ce_sequence").value(), StandardCharsets.UTF_8);
    Future<?> before =
        lastOfKey.getOrDefault(record.key(), CompletableFuture.completedFuture(null));
    assertThat(before).as("the one before " + name).isDone();
    sent.add(name);
    Future<?> send =
        failing.containsKey(name)
            ? CompletableFuture.failedFuture(failing.get(name))
            : real.send(record);
    lastOfKey.put(record.key(), send);
    return send;
  }
}
