package health.backstep.backbone.inbox;

import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Passes on what cannot be handled, as it came, with the reason in its headers. It goes through the
 * outbox.
 */
@ApplicationScoped
public class DeadLetters {

  private static final String VERSION = ".v1";

  private final Outbox outbox;
  private final MeterRegistry metrics;
  private final String consumer;

  DeadLetters(
      Outbox outbox,
      MeterRegistry metrics,
      @ConfigProperty(name = "quarkus.application.name") String consumer) {
    this.outbox = outbox;
    this.metrics = metrics;
    this.consumer = consumer;
  }

  /** {@code pt.plan.events.v1} becomes {@code pt.plan.events.dlq.v1}. */
  public static String topicFor(String topic) {
    return topic.substring(0, topic.length() - VERSION.length()) + ".dlq" + VERSION;
  }

  void send(IncomingRecord incoming, String reason) {
    Map<String, String> headers = new LinkedHashMap<>(incoming.headers());
    headers.put("dlq_reason", reason);
    headers.put("dlq_topic", incoming.topic());
    headers.put("dlq_consumer", consumer);
    outbox.appendDeadLetter(
        Uuid7.next(), topicFor(incoming.topic()), incoming.key(), headers, incoming.payload());
    metrics.counter("backstep.dead.letters", "topic", incoming.topic()).increment();
  }
}
