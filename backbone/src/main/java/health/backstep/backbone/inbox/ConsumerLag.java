package health.backstep.backbone.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** How many records wait in the partitions that this instance reads, as Kafka last told. */
@ApplicationScoped
class ConsumerLag {

  private final Map<String, AtomicLong> byTopic = new TreeMap<>();

  ConsumerLag(Handling handling, MeterRegistry metrics) {
    for (String topic : handling.topics()) {
      AtomicLong records = new AtomicLong();
      byTopic.put(topic, records);
      Gauge.builder("backstep.consumer.lag.records", records, AtomicLong::get)
          .description("Records that are on the topic and were not read by this instance yet")
          .tag("topic", topic)
          .register(metrics);
    }
  }

  /** Shows itself before the first record. */
  void start(@Observes StartupEvent started) {
    now(Map.of());
  }

  /** Of a topic that is not named this instance reads nothing. */
  void now(Map<String, Long> recordsOfTopics) {
    byTopic.forEach((topic, lag) -> lag.set(recordsOfTopics.getOrDefault(topic, 0L)));
  }
}
