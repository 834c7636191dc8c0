package health.backstep.security.fuzz.run;

import health.backstep.security.fuzz.events.Event;
import health.backstep.stack.broker.KafkaAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts records on topics as they are. */
final class Sender implements AutoCloseable {

  private static final int LARGEST_REQUEST = 4 << 20;

  private final Producer<byte[], byte[]> producer;

  Sender(KafkaAccess kafka) {
    this.producer =
        new KafkaProducer<>(
            kafka.with(
                Map.of(
                    ProducerConfig.ACKS_CONFIG,
                    "all",
                    ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                    LARGEST_REQUEST)),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /**
   * Returns when Kafka has them.
   *
   * @throws IllegalStateException when it does not take one
   */
  List<Sent> send(List<Event> events) {
    List<Future<RecordMetadata>> places = events.stream().map(this::send).toList();
    List<Sent> sent = new ArrayList<>();
    try {
      for (int each = 0; each < events.size(); each++) {
        RecordMetadata place = places.get(each).get();
        sent.add(new Sent(events.get(each), place.partition(), place.offset()));
      }
      return sent;
    } catch (ExecutionException e) {
      throw new IllegalStateException("Kafka did not take a record", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }

  private Future<RecordMetadata> send(Event event) {
    ProducerRecord<byte[], byte[]> made =
        new ProducerRecord<>(event.topic(), event.key(), event.value());
    event.headers().forEach((name, value) -> made.headers().add(name, value));
    return producer.send(made);
  }
}
