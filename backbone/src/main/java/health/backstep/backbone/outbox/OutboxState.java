package health.backstep.backbone.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** How the relay is doing, for metrics and readiness. */
@ApplicationScoped
public class OutboxState {

  private final Clock clock;
  private final Timer latency;
  private final AtomicReference<Optional<Instant>> oldest = new AtomicReference<>(Optional.empty());

  OutboxState(Clock clock, MeterRegistry metrics) {
    this.clock = clock;
    this.latency =
        Timer.builder("backstep.outbox.latency")
            .description("From an event's commit to its acknowledgement by Kafka")
            .publishPercentileHistogram()
            .register(metrics);
    TimeGauge.builder(
            "backstep.outbox.oldest.age", this, TimeUnit.SECONDS, s -> s.age().toMillis() / 1000.0)
        .description("Age of the oldest event that Kafka has not acknowledged")
        .register(metrics);
  }

  /**
   * Age of the oldest event that Kafka has not acknowledged, as this instance's relay last saw it.
   */
  public Duration age() {
    return oldest.get().map(at -> Duration.between(at, clock.instant())).orElse(Duration.ZERO);
  }

  void nothingUnsent() {
    oldest.set(Optional.empty());
  }

  void oldestUnsent(Instant createdAt) {
    oldest.set(Optional.of(createdAt));
  }

  void sent(List<UnsentEvents.Row> rows) {
    Instant now = clock.instant();
    rows.forEach(row -> latency.record(Duration.between(row.createdAt(), now)));
  }
}
