package health.backstep.security.canary.run;

import health.backstep.faults.cluster.Cluster;
import health.backstep.security.canary.Kind;
import health.backstep.security.canary.Planted;
import health.backstep.stack.broker.TopicSpec;
import health.backstep.stack.broker.Topics;
import health.backstep.stack.process.Pause;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Records that nobody can handle, with canaries in them: they end as dead letters. */
final class BrokenRecords {

  private static final long PATIENCE = Duration.ofMinutes(2).toNanos();
  private static final int LOOK_MILLIS = 500;
  private static final String SUFFIX = ".events.v1";
  private static final Map<String, String> TYPES =
      Map.of(
          "pt.profile", "pt.profile.assessment-completed.v1",
          "pt.plan", "pt.plan.plan-generated.v1",
          "pt.session", "pt.session.red-flag-raised.v1");

  private final Planted planted;
  private final Dump dump;
  private final KafkaProducer<byte[], byte[]> producer;

  private BrokenRecords(Planted planted, Dump dump, KafkaProducer<byte[], byte[]> producer) {
    this.planted = planted;
    this.dump = dump;
    this.producer = producer;
  }

  /** Sends them to all topics of events and waits until the services have put them aside. */
  static void send(Cluster cluster, Dump dump, Planted planted, String patient) {
    Map<String, Object> settings = cluster.kafka().with(Map.of());
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      BrokenRecords records = new BrokenRecords(planted, dump, producer);
      List<String> topics =
          Topics.fromContract().stream()
              .map(TopicSpec::name)
              .filter(topic -> topic.endsWith(SUFFIX))
              .toList();
      topics.forEach(topic -> records.sendTo(topic, patient));
      records.awaitAside();
    }
  }

  private void sendTo(String topic, String patient) {
    String source = topic.substring(0, topic.length() - SUFFIX.length());
    send(topic, patient, Map.of(), text(Kind.RECORD, topic));
    send(topic, patient, Map.of("ce_id", text(Kind.RECORD, topic)), text(Kind.RECORD, topic));
    Map<String, String> strange = envelope(source, patient, text(Kind.RECORD, topic));
    send(topic, patient, strange, "{}");
    String nobody = UUID.randomUUID().toString();
    send(topic, nobody, Map.of("a", text(Kind.RECORD_OF_NOBODY, topic)), "{");
    for (String payload :
        List.of(
            "{\"patientId\": \"%1$s\", \"baseline\": \"%2$s\", \"flags\": \"%2$s\"}",
            "{\"patientId\": \"%2$s\", \"items\": {\"%2$s\": 1}}", "{\"%2$s\": ", "\"%2$s\"")) {
      String other = UUID.randomUUID().toString();
      send(
          topic,
          other,
          envelope(source, other, TYPES.get(source)),
          payload.formatted(other, text(Kind.RECORD_OF_NOBODY, topic)));
    }
  }

  private static Map<String, String> envelope(String source, String patient, String type) {
    return Map.ofEntries(
        Map.entry("ce_specversion", "1.0"),
        Map.entry("ce_id", UUID.randomUUID().toString()),
        Map.entry("ce_source", "/" + source.replace("pt.", "") + "-service"),
        Map.entry("ce_type", type),
        Map.entry("ce_time", Instant.now().toString()),
        Map.entry("ce_subject", patient),
        Map.entry("ce_tenant", Bearer.TENANT),
        Map.entry("ce_sequence", "1"),
        Map.entry("ce_causationid", UUID.randomUUID().toString()),
        Map.entry("ce_correlationid", UUID.randomUUID().toString()),
        Map.entry("content-type", "application/json"));
  }

  private String text(Kind kind, String topic) {
    return planted.plant(kind, "a record of " + topic);
  }

  private void send(String topic, String key, Map<String, String> headers, String payload) {
    ProducerRecord<byte[], byte[]> broken =
        new ProducerRecord<>(topic, null, utf8(key), utf8(payload));
    headers.forEach((name, value) -> broken.headers().add(name, utf8(value)));
    try {
      producer.send(broken).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Kafka did not take a broken record", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Each service puts some aside; it is over when no more come. */
  private void awaitAside() {
    long begun = System.nanoTime();
    long before = -1;
    long now = dump.deadLetters();
    while ((now == 0 || now != before) && System.nanoTime() - begun < PATIENCE) {
      Pause.of(LOOK_MILLIS * 4);
      before = now;
      now = dump.deadLetters();
    }
    if (now == 0) {
      throw new IllegalStateException("no broken record became a dead letter");
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
