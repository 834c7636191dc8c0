package health.backstep.stack.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends a record with acks=all and reads it back, one at a time. */
final class KafkaLoop implements AutoCloseable {

  private static final TopicPartition PARTITION = new TopicPartition("bench.floor", 0);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> consumer;

  private KafkaLoop(String bootstrapServers) {
    Map<String, Object> server = Map.of("bootstrap.servers", bootstrapServers);
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 0),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    this.consumer =
        new KafkaConsumer<>(server, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    consumer.assign(List.of(PARTITION));
    consumer.seekToEnd(List.of(PARTITION));
    consumer.position(PARTITION);
  }

  static KafkaLoop on(String bootstrapServers) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin.createTopics(List.of(new NewTopic(PARTITION.topic(), 1, (short) 1))).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the topic for the floor could not be made", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while preparing", e);
    }
    return new KafkaLoop(bootstrapServers);
  }

  /** Until the record was acknowledged and has come back. */
  void roundTrip(byte[] payload) {
    Future<RecordMetadata> acknowledged =
        producer.send(new ProducerRecord<>(PARTITION.topic(), 0, null, payload));
    if (consumer.poll(LONGEST).isEmpty()) {
      throw new IllegalStateException("Kafka did not give the record back within 10 s");
    }
    finish(acknowledged);
  }

  private static void finish(Future<?> begun) {
    try {
      begun.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Kafka refused: " + e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while measuring", e);
    }
  }

  @Override
  public void close() {
    producer.close();
    consumer.close();
  }
}
