package health.backstep.backbone.outbox;

import health.backstep.backbone.kafka.KafkaSettings;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Opens the relay's producers. */
@ApplicationScoped
public class EventProducer {

  private final KafkaSettings settings;

  EventProducer(KafkaSettings settings) {
    this.settings = settings;
  }

  Producer<String, byte[]> open() {
    return new KafkaProducer<>(
        settings.producer(), new StringSerializer(), new ByteArraySerializer());
  }
}
