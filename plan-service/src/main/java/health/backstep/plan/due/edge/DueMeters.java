package health.backstep.plan.due.edge;

import health.backstep.backbone.tenancy.AfterCommit;
import health.backstep.plan.due.DueKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Counts what fell due. */
@ApplicationScoped
class DueMeters {

  private final MeterRegistry metrics;
  private final AfterCommit afterCommit;

  DueMeters(MeterRegistry metrics, AfterCommit afterCommit) {
    this.metrics = metrics;
    this.afterCommit = afterCommit;
  }

  void start(@Observes StartupEvent started) {
    for (DueKind kind : DueKind.values()) {
      of(kind);
    }
  }

  /** Counts once the running transaction has committed. */
  void fellDue(DueKind kind) {
    afterCommit.run(() -> of(kind).increment());
  }

  private Counter of(DueKind kind) {
    return Counter.builder("backstep.due.items")
        .description("Check-ins, assessments and reviews that fell due")
        .tag("kind", kind.name())
        .register(metrics);
  }
}
