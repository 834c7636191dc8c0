package health.backstep.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.backstep.analytics.Analytics;
import health.backstep.stack.broker.KafkaBroker;
import health.backstep.stack.broker.Topics;
import health.backstep.stack.platform.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example program on a real broker whose topics lack and repeat things. */
class AnalyticsOnABrokerTest {

  private static final String TOPIC = "pt.session.events.v1";

  @TempDir private static Path data;
  @TempDir private Path out;

  private static KafkaBroker broker;

  private final UUID patient = UUID.randomUUID();

  @BeforeAll
  static void start() {
    broker = KafkaBroker.start(data, Ports.free());
    Topics.createAll(broker.bootstrapServers());
  }

  @AfterAll
  static void end() {
    broker.close();
  }

  @Test
  void aMissingEventEndsWithStatusOneUntilItComesAndADuplicateChangesNothing() throws Exception {
    sendSession(1);
    sendSession(2);
    sendSession(2);
    sendSession(4);

    AnalyticsRun lacking = run();
    assertThat(lacking.status()).isEqualTo(1);
    assertThat(lacking.lines("missing.csv"))
        .containsExactly("/session-service," + patient + ",3,3");
    assertThat(lacking.said()).contains(patient + ": 3 to 3");
    long sessions = lacking.total("north-clinic", "sessions");

    sendSession(3);

    AnalyticsRun whole = run();
    assertThat(whole.said()).contains("Complete");
    assertThat(whole.status()).isZero();
    assertThat(whole.total("north-clinic", "sessions")).isEqualTo(sessions + 1);
  }

  @Test
  void whatKafkaRemovedAfterItsRetentionIsNotMissing() throws Exception {
    sendSession(1);
    RecordMetadata second = sendSession(2);
    sendSession(3);
    TopicPartition partition = new TopicPartition(TOPIC, second.partition());
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin
          .deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(second.offset())))
          .all()
          .get();
    }

    AnalyticsRun run = run();

    assertThat(run.lines("missing.csv")).noneMatch(line -> line.contains(patient.toString()));
    assertThat(run.said()).contains("past retention");
  }

  @Test
  void whoeverFollowsSeesWhatComesNext() throws Exception {
    sendSession(1);
    Thread following =
        Thread.ofPlatform()
            .start(
                () ->
                    Analytics.run(
                        List.of(
                            "--follow",
                            "--bootstrap",
                            broker.bootstrapServers(),
                            "--out",
                            out.toString()),
                        System.out,
                        System.err));
    await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(out.resolve("missing.csv")));
    String before = Files.readString(out.resolve("daily.csv"));

    sendSession(2);

    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> !Files.readString(out.resolve("daily.csv")).equals(before));
    following.interrupt();
    assertThat(following.join(Duration.ofMinutes(1))).isTrue();
  }

  @Test
  void aBrokerWithoutTheTopicsIsRefusedByName() {
    try (KafkaBroker empty = KafkaBroker.start(out.resolve("kafka"), Ports.free())) {
      AnalyticsRun run = AnalyticsRun.on(empty.bootstrapServers(), out);

      assertThat(run.status()).isEqualTo(2);
      assertThat(run.said()).contains("no topic pt.profile.events.v1");
    }
  }

  private AnalyticsRun run() {
    return AnalyticsRun.on(broker.bootstrapServers(), out);
  }

  private RecordMetadata sendSession(long sequence) throws Exception {
    ProducerRecord<String, String> outgoing =
        new ProducerRecord<>(
            TOPIC,
            patient.toString(),
            "{\"startedAt\": \"2026-11-2%dT08:00:00Z\"}".formatted(sequence));
    Map.of(
            "ce_source",
            "/session-service",
            "ce_subject",
            patient.toString(),
            "ce_type",
            "pt.session.session-recorded.v1",
            "ce_tenant",
            "north-clinic",
            "ce_sequence",
            Long.toString(sequence),
            "ce_time",
            "2026-11-2" + sequence + "T08:11:00Z")
        .forEach((name, value) -> outgoing.headers().add(name, value.getBytes(UTF_8)));
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      return producer.send(outgoing).get();
    }
  }
}
