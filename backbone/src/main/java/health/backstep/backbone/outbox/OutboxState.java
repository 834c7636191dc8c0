package health.backstep.backbone.outbox;

import io.micrometer.core.instrument.Gauge;
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

/**
 * How the relay is doing, for metrics and readiness. Only the active relay knows; an instance that
 * stands by says that nothing waits. One that has lost the lead keeps its last word until it leads
 * again or sees that another does.
 */
@ApplicationScoped
public class OutboxState {

  private final Clock clock;
  private final Timer latency;
  private final AtomicReference<Optional<Instant>> oldest = new AtomicReference<>(Optional.empty());
  private volatile long pending;
  private volatile int blocked;
  private volatile boolean leading;

  OutboxState(Clock clock, MeterRegistry metrics) {
    this.clock = clock;
    this.latency =
        Timer.builder("backstep.outbox.latency")
            .description("From an event's commit to its acknowledgement by Kafka")
            .publishPercentileHistogram()
            .register(metrics);
    TimeGauge.builder(
            "backstep.outbox.oldest.age", this, TimeUnit.SECONDS, s -> s.age().toMillis() / 1000.0)
        .description("Age of the oldest event that could go out and Kafka has not acknowledged")
        .register(metrics);
    Gauge.builder("backstep.outbox.pending", this, s -> s.pending)
        .description("Events that Kafka has not acknowledged, counted up to a limit")
        .register(metrics);
    Gauge.builder("backstep.outbox.blocked", this, s -> s.blocked)
        .description("Keys whose next event cannot be sent for a reason of its own")
        .register(metrics);
    Gauge.builder("backstep.relay.active", this, s -> s.leading ? 1 : 0)
        .description("1 where this instance relays the outbox")
        .register(metrics);
  }

  /**
   * Age of the oldest event that could go out and that Kafka has not acknowledged, as this
   * instance's relay last saw it. Events that are held back, because they or their topic are not to
   * be sent now, do not count: they are no sign that Kafka is away.
   */
  public Duration age() {
    return oldest.get().map(at -> Duration.between(at, clock.instant())).orElse(Duration.ZERO);
  }

  /** Whether this instance's relay is the active one. */
  boolean leads() {
    return leading;
  }

  void leads(boolean now) {
    leading = now;
  }

  void anotherLeads() {
    leading = false;
    pending = 0;
    blocked = 0;
    nothingUnsent();
  }

  void nothingUnsent() {
    oldest.set(Optional.empty());
  }

  void oldestUnsent(Instant createdAt) {
    oldest.set(Optional.of(createdAt));
  }

  void pending(long rows) {
    pending = rows;
  }

  void blocked(int keys) {
    blocked = keys;
  }

  void sent(List<OutboxRow> rows) {
    Instant now = clock.instant();
    rows.forEach(row -> latency.record(Duration.between(row.createdAt(), now)));
  }
}
