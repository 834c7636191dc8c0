package health.backstep.backbone.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Counts what was put aside. */
@ApplicationScoped
class DeadLetterCount {

  private final Handling handling;
  private final MeterRegistry metrics;

  DeadLetterCount(Handling handling, MeterRegistry metrics) {
    this.handling = handling;
    this.metrics = metrics;
  }

  /** From zero: a counter that appears with its first letter would hide that letter from alerts. */
  void start(@Observes StartupEvent started) {
    for (String topic : handling.topics()) {
      for (DeadLetterCause cause : DeadLetterCause.values()) {
        of(topic, cause);
      }
    }
  }

  void add(String topic, DeadLetterCause cause) {
    of(topic, cause).increment();
  }

  private Counter of(String topic, DeadLetterCause cause) {
    return Counter.builder("backstep.dead.letters")
        .description("Records that could not be handled and were put aside")
        .tag("topic", topic)
        .tag("cause", cause.name())
        .register(metrics);
  }
}
