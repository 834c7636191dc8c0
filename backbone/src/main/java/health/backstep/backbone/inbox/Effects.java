package health.backstep.backbone.inbox;

import health.backstep.backbone.tenancy.AfterCommit;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts what became of events and tells those who wait for them, once it is committed. */
@ApplicationScoped
class Effects {

  private final AppliedEvents applied;
  private final AfterCommit afterCommit;
  private final MeterRegistry metrics;

  Effects(AppliedEvents applied, AfterCommit afterCommit, MeterRegistry metrics) {
    this.applied = applied;
    this.afterCommit = afterCommit;
    this.metrics = metrics;
  }

  /** The event has come to its end here. */
  void done(String effect, ReadEvent incoming) {
    count(effect, incoming);
    signal(incoming);
  }

  void count(String effect, ReadEvent incoming) {
    String topic = incoming.record().topic();
    afterCommit.run(
        () ->
            metrics.counter("backstep.inbox.events", "effect", effect, "topic", topic).increment());
  }

  private void signal(ReadEvent incoming) {
    afterCommit.run(() -> applied.signal(incoming.event().tenant(), incoming.event().id()));
  }
}
