package health.backstep.faults.nemesis;

import health.backstep.faults.cluster.Cluster;
import health.backstep.stack.broker.KafkaAccess;
import health.backstep.stack.platform.ServiceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Puts records on topics, notes them, and waits until every reader has taken them. After that a
 * dead letter is safe in its reader's database, also when Kafka is lost with all that is on it.
 */
final class Injector implements AutoCloseable {

  private static final Duration TAKEN_WITHIN = Duration.ofMinutes(2);
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);

  private record Sent(EventTopic topic, TopicPartition partition, long offset) {}

  private final Producer<byte[], byte[]> producer;
  private final KafkaAccess kafka;
  private final Ground ground;
  private final RandomGenerator random;
  private final List<Sent> sent = new ArrayList<>();

  private Injector(Cluster cluster, Ground ground, RandomGenerator random) {
    this.kafka = cluster.kafka();
    this.producer = Clients.producer(kafka);
    this.ground = ground;
    this.random = random;
  }

  static Injector into(Cluster cluster, Ground ground, RandomGenerator random) {
    return new Injector(cluster, ground, random);
  }

  RealRecords realRecords(EventTopic topic) {
    return RealRecords.on(topic, kafka);
  }

  /** An unchanged copy, which bears no mark. */
  void copy(Injected.Kind kind, EventTopic topic, ProducerRecord<byte[], byte[]> copy)
      throws InterruptedException {
    send(topic, copy);
    ground.injected(new Injected(kind, topic.topic(), Wire.uuid(random), 0));
  }

  /** A record that every reader has to refuse. */
  void refused(Injected.Kind kind, EventTopic topic, ProducerRecord<byte[], byte[]> broken)
      throws InterruptedException {
    mark(kind, topic, broken, topic.readers().size());
  }

  /** A record that nobody has to refuse. */
  void passed(Injected.Kind kind, EventTopic topic, ProducerRecord<byte[], byte[]> strange)
      throws InterruptedException {
    mark(kind, topic, strange, 0);
  }

  /**
   * Returns when every reader has gone past all that was put there.
   *
   * @throws IllegalStateException naming the reader that has not within two minutes
   */
  void awaitTaken() throws InterruptedException {
    try (Admin admin = Clients.admin(kafka)) {
      for (ServiceName reader : ServiceName.values()) {
        List<Sent> forReader =
            sent.stream().filter(one -> one.topic().readers().contains(reader)).toList();
        Waiting.until(
            Waiting.trying(() -> hasTaken(admin, reader, forReader)),
            LOOK_EVERY,
            TAKEN_WITHIN,
            () -> reader.processName() + " did not get past the injected records");
      }
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }

  private void mark(
      Injected.Kind kind, EventTopic topic, ProducerRecord<byte[], byte[]> event, int deadLetters)
      throws InterruptedException {
    UUID mark = Wire.uuid(random);
    Wire.set(event.headers(), Injected.MARK, mark.toString());
    send(topic, event);
    ground.injected(new Injected(kind, topic.topic(), mark, deadLetters));
  }

  private void send(EventTopic topic, ProducerRecord<byte[], byte[]> event)
      throws InterruptedException {
    try {
      RecordMetadata acknowledged = producer.send(event).get();
      sent.add(
          new Sent(
              topic,
              new TopicPartition(acknowledged.topic(), acknowledged.partition()),
              acknowledged.offset()));
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "Kafka did not take an injected record: " + e.getCause().getClass().getSimpleName(), e);
    }
  }

  private static boolean hasTaken(Admin admin, ServiceName reader, List<Sent> records)
      throws Exception {
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets(reader.processName()).partitionsToOffsetAndMetadata().get();
    return records.stream()
        .allMatch(
            one -> {
              OffsetAndMetadata upTo = committed.get(one.partition());
              return upTo != null && upTo.offset() > one.offset();
            });
  }
}
