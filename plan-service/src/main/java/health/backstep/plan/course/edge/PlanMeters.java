package health.backstep.plan.course.edge;

import health.backstep.backbone.tenancy.AfterCommit;
import health.backstep.backbone.tenancy.Sandbox;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.course.VersionKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;

/** Counts plan versions, and how long a flare takes until the plan has stepped back. */
@ApplicationScoped
class PlanMeters {

  private static final String FLARE = "pt.session.pain-flare-reported.v1";
  private static final Duration[] CLASSES =
      Stream.of(
              "PT0.05S", "PT0.1S", "PT0.25S", "PT0.5S", "PT1S", "PT2S", "PT5S", "PT10S", "PT30S",
              "PT1M", "PT5M")
          .map(Duration::parse)
          .toArray(Duration[]::new);

  private final MeterRegistry metrics;
  private final AfterCommit afterCommit;
  private final Sandbox sandbox;
  private final Clock clock;
  private final Timer flareToPlan;

  PlanMeters(MeterRegistry metrics, AfterCommit afterCommit, Sandbox sandbox, Clock clock) {
    this.metrics = metrics;
    this.afterCommit = afterCommit;
    this.sandbox = sandbox;
    this.clock = clock;
    this.flareToPlan =
        Timer.builder("backstep.flare.to.plan")
            .description("From a flare's event to the commit of the plan version that it made")
            .serviceLevelObjectives(CLASSES)
            .register(metrics);
  }

  /** Every kind from zero, so that the first of a kind is seen as a change. */
  void start(@Observes StartupEvent started) {
    for (VersionKind kind : VersionKind.values()) {
      of(kind);
    }
  }

  /** To be called in the transaction that stores the version; it counts once that has committed. */
  void made(PlanVersion plan) {
    // A sandbox has clocks of its own; its times say nothing of how fast we are.
    boolean timed = plan.cause().type().equals(FLARE) && !sandbox.is(TenantTransaction.current());
    afterCommit.run(
        () -> {
          of(plan.kind()).increment();
          if (timed) {
            flareToPlan.record(Duration.between(plan.cause().occurredAt(), clock.instant()));
          }
        });
  }

  private Counter of(VersionKind kind) {
    return Counter.builder("backstep.plan.versions")
        .description("Plan versions made")
        .tag("kind", kind.name())
        .register(metrics);
  }
}
