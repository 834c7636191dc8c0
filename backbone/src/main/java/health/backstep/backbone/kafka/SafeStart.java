package health.backstep.backbone.kafka;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps a service from starting with Kafka settings that could lose, double or reorder events: it
 * ends with an error before it takes a request or a record.
 */
@ApplicationScoped
public class SafeStart {

  /** Before every other observer of the start. */
  private static final int FIRST = 1;

  private final Config config;
  private final String service;

  SafeStart(Config config, @ConfigProperty(name = "quarkus.application.name") String service) {
    this.config = config;
    this.service = service;
  }

  void check(@Observes @Priority(FIRST) StartupEvent starting) {
    List<String> faults = UnsafeSettings.in(GivenSettings.of(config), service);
    if (!faults.isEmpty()) {
      throw new IllegalStateException(
          "%s does not start: with these Kafka settings events could be lost, doubled or put out of order.\n- %s"
              .formatted(service, String.join("\n- ", faults)));
    }
  }
}
