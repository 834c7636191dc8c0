package health.backstep.system.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Somebody who tries what Kafka allows: true when it is done, false when Kafka says that it may not
 * be.
 */
record KafkaUser(Map<String, Object> client) {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /**
   * Writes a record. A producer asks for its id by itself as soon as it is made: where that is
   * refused before the record is sent, sending throws; afterwards, waiting for the answer does.
   */
  boolean writes(String topic) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("acks", "all");
    settings.put("enable.idempotence", true);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      byte[] any = {1};
      producer.send(new ProducerRecord<>(topic, 0, any, any)).get();
      return true;
    } catch (ExecutionException | KafkaException e) {
      assertThat(e).hasCauseInstanceOf(AuthorizationException.class);
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads the record that somebody has put there. */
  boolean reads(String topic) {
    TopicPartition partition = new TopicPartition(topic, 0);
    try (KafkaConsumer<byte[], byte[]> consumer = consumer("")) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (consumer.poll(Duration.ofMillis(200)).isEmpty()) {
        assertThat(System.nanoTime()).as("neither read nor refused").isLessThan(deadline);
      }
      return true;
    } catch (AuthorizationException e) {
      return false;
    }
  }

  /** Notes how far a group has read a topic. */
  boolean commits(String group, String topic) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(group)) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.commitSync(Map.of(partition, new OffsetAndMetadata(0)));
      return true;
    } catch (AuthorizationException e) {
      return false;
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer(String group) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("enable.auto.commit", false);
    if (!group.isEmpty()) {
      settings.put("group.id", group);
    }
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
