package health.backstep.backbone.load;

import health.backstep.backbone.problem.ProblemException;
import health.backstep.backbone.rest.Caller;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Calls whose answers take megabytes of memory, such as exports. Few are taken on at the same time,
 * in all and of each tenant, and each counts until its answer has gone out. Whoever reads it too
 * slowly is cut off, because others wait for the place.
 */
@ApplicationScoped
public class LargeCalls {

  private static final String TOO_MANY =
      "As many of your exports as may be are under way; send this one again when one has ended.";

  private final CurrentVertxRequest current;
  private final Caller caller;
  private final Holding underWay;
  private final Duration answerWithin;

  LargeCalls(
      CurrentVertxRequest current, Caller caller, ConcurrencyConfig config, MeterRegistry metrics) {
    this.current = current;
    this.caller = caller;
    this.answerWithin = config.largeAnswerWithin();
    this.underWay = new Holding(config.largeCalls(), config.largeCallsByTenant());
    Gauge.builder("backstep.calls.large", underWay::count).register(metrics);
  }

  /**
   * Counts the running call from now until its answer has ended.
   *
   * @throws ProblemException 429 when the tenant, 503 when all together have as many under way as
   *     they may
   */
  public void takeOn() {
    String tenant = caller.tenant().name();
    underWay.takeOrRefuse(tenant, TOO_MANY);
    RoutingContext call = current.getCurrent();
    long late =
        call.vertx()
            .setTimer(answerWithin.toMillis(), timer -> call.request().connection().close());
    Runnable end =
        new Once(
            () -> {
              call.vertx().cancelTimer(late);
              underWay.give(tenant);
            });
    call.addEndHandler(ended -> end.run());
    if (call.response().ended() || call.response().closed()) {
      end.run();
    }
  }
}
