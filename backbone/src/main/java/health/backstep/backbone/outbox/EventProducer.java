package health.backstep.backbone.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The producer settings that the guarantees of the contract rest on. */
@ApplicationScoped
public class EventProducer {

  private static final int DELIVERY_TIMEOUT_MS = 20_000;
  private static final int REQUEST_TIMEOUT_MS = 5_000;
  private static final int MAX_BLOCK_MS = 5_000;

  private final String bootstrapServers;

  EventProducer(@ConfigProperty(name = "backstep.kafka") String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  Producer<String, byte[]> open() {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
            ProducerConfig.ACKS_CONFIG, "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
            ProducerConfig.LINGER_MS_CONFIG, 0,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS,
            ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MS),
        new StringSerializer(),
        new ByteArraySerializer());
  }
}
