package health.backstep.plan.change.edge;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Bounds the streams that are open on this instance, in all and for each tenant. */
@ApplicationScoped
class StreamPlaces {

  /** Whether a stream may begin. */
  enum Answer {
    FREE,
    TENANT_HAS_ENOUGH,
    INSTANCE_IS_FULL
  }

  private final ChangesConfig config;
  private final Map<String, Integer> byTenant = new HashMap<>();
  private int all;

  StreamPlaces(ChangesConfig config, MeterRegistry metrics) {
    this.config = config;
    Gauge.builder("backstep.changes.streams", this, StreamPlaces::taken)
        .description("Streams of changes that are open on this instance")
        .register(metrics);
  }

  /** Takes a place if there is one; it is given back by {@link #leaving}. */
  synchronized Answer take(String tenant) {
    if (byTenant.getOrDefault(tenant, 0) >= config.streamsPerTenant()) {
      return Answer.TENANT_HAS_ENOUGH;
    }
    if (all >= config.streams()) {
      return Answer.INSTANCE_IS_FULL;
    }
    byTenant.merge(tenant, 1, Integer::sum);
    all++;
    return Answer.FREE;
  }

  /** Gives a place back when it is run, once however often it is run. */
  Runnable leaving(String tenant) {
    AtomicBoolean left = new AtomicBoolean();
    return () -> {
      if (left.compareAndSet(false, true)) {
        leave(tenant);
      }
    };
  }

  synchronized int taken() {
    return all;
  }

  private synchronized void leave(String tenant) {
    byTenant.computeIfPresent(tenant, (name, open) -> open == 1 ? null : open - 1);
    all--;
  }
}
