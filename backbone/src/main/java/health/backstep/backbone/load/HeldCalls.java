package health.backstep.backbone.load;

import health.backstep.backbone.problem.ProblemException;
import health.backstep.backbone.rest.Caller;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Calls that wait for something to happen: a read that waits for its event, a stream of changes.
 * They cost next to nothing while they wait, so they give up their place at work and are bounded by
 * themselves, in all and for each tenant.
 */
@ApplicationScoped
public class HeldCalls {

  /** For a call whose wait is over, to find a place at work again. */
  private static final Duration BACK_WITHIN = Duration.ofSeconds(2);

  private static final String TOO_MANY = "Too many of your calls wait; end some.";

  private final CurrentVertxRequest current;
  private final Caller caller;
  private final Holding holding;

  HeldCalls(
      CurrentVertxRequest current, Caller caller, ConcurrencyConfig config, MeterRegistry metrics) {
    this.current = current;
    this.caller = caller;
    this.holding = new Holding(config.held(), config.heldByTenant());
    Gauge.builder("backstep.calls.held", holding::count).register(metrics);
  }

  /**
   * Holds the running call while it waits; afterwards it is at work again.
   *
   * @throws ProblemException 429 when the tenant, 503 when all together hold as many as they may,
   *     or when there is too much work to come back to
   */
  public <T> T whileWaiting(Supplier<T> waiting) {
    String tenant = caller.tenant().name();
    holding.takeOrRefuse(tenant, TOO_MANY);
    T result;
    try {
      place().free();
      result = waiting.get();
    } finally {
      holding.give(tenant);
    }
    place().takeAgain(BACK_WITHIN);
    return result;
  }

  /**
   * Holds the running call, an open stream, until its answer has ended or its caller has gone.
   *
   * @return to be run when the stream is over, for whatever writes it may keep the end from us
   * @throws ProblemException 429 when the tenant, 503 when all together hold as many as they may
   */
  public Runnable untilItEnds() {
    String tenant = caller.tenant().name();
    holding.takeOrRefuse(tenant, TOO_MANY);
    RoutingContext call = current.getCurrent();
    Runnable end = new Once(() -> holding.give(tenant));
    call.addEndHandler(ended -> end.run());
    if (call.response().ended() || call.response().closed()) {
      end.run();
    }
    place().free();
    return end;
  }

  private Place place() {
    return Place.of(current.getCurrent())
        .orElseThrow(() -> new IllegalStateException("only a call under /v1 can be held"));
  }
}
