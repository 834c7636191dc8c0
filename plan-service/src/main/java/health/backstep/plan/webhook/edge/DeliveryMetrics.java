package health.backstep.plan.webhook.edge;

import health.backstep.plan.webhook.Outcome;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** How deliveries are doing, over all tenants: no label names one, nor a host. */
@ApplicationScoped
class DeliveryMetrics {

  private final MeterRegistry metrics;
  private final Clock clock;
  private volatile WorkOverview.Waiting waiting = new WorkOverview.Waiting(0, Optional.empty());

  DeliveryMetrics(MeterRegistry metrics, Clock clock) {
    this.metrics = metrics;
    this.clock = clock;
    Gauge.builder("backstep.webhook.pending", this, m -> m.waiting.pending())
        .description("Deliveries that have not ended at enabled webhooks, up to a limit")
        .register(metrics);
    TimeGauge.builder(
            "backstep.webhook.oldest.age", this, TimeUnit.SECONDS, m -> m.age().toMillis() / 1000.0)
        .description("How long the delivery waits whose next attempt has been due longest")
        .register(metrics);
  }

  void waiting(WorkOverview.Waiting now) {
    waiting = now;
  }

  void attempted(Outcome outcome, Duration took) {
    metrics
        .timer("backstep.webhook.attempts", "outcome", outcome.name().toLowerCase(Locale.ROOT))
        .record(took);
  }

  /** A delivery was put back without an attempt. */
  void putBack() {
    metrics.counter("backstep.webhook.put.back").increment();
  }

  private Duration age() {
    Instant now = clock.instant();
    return waiting
        .oldestDue()
        .filter(now::isAfter)
        .map(due -> Duration.between(due, now))
        .orElse(Duration.ZERO);
  }
}
