package health.backstep.backbone.load;

import health.backstep.backbone.problem.EarlyProblems;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/**
 * Takes on as many calls as this instance can work on and refuses the others at once, before it has
 * spent anything on them. So it goes on serving what it can, however many come. What operators and
 * machines ask under {@code /q} is always answered.
 */
@ApplicationScoped
public class Overload {

  static final String CODE = "OVERLOADED";
  static final String DETAIL = "This instance has all the work that it can do; try again.";

  /** After the framework has made ready who calls, before it looks. */
  private static final int BEFORE_ANY_WORK = -60;

  private final EarlyProblems problems;
  private final MeterRegistry metrics;
  private final Semaphore places;
  private final ThreadLocal<Turn> turns = ThreadLocal.withInitial(() -> new Turn(System::nanoTime));

  Overload(EarlyProblems problems, ConcurrencyConfig config, MeterRegistry metrics) {
    this.problems = problems;
    this.metrics = metrics;
    this.places = new Semaphore(config.limit(), true);
    Gauge.builder("backstep.calls.at.work", () -> config.limit() - places.availablePermits())
        .register(metrics);
  }

  void guard(@Observes Router router) {
    router.route("/v1/*").order(BEFORE_ANY_WORK).handler(this::admit);
  }

  /** Notes which calls a resource takes up, and when it is through with them. */
  @ServerRequestFilter(nonBlocking = true)
  void watch() {
    ResteasyReactiveRequestContext work = CurrentRequestManager.get();
    Optional.ofNullable(work.unwrap(RoutingContext.class))
        .flatMap(Place::of)
        .ifPresent(
            place -> {
              place.work();
              work.registerCompletionCallback(failure -> place.free());
            });
  }

  /** What is put to the loop now comes after all calls that it has found at its door. */
  private boolean isInTime() {
    Turn turn = turns.get();
    if (turn.begins()) {
      Vertx.currentContext().runOnContext(after -> turn.end());
    }
    return turn.takesOn();
  }

  private void admit(RoutingContext call) {
    if (isInTime() && Place.take(places, call).isPresent()) {
      call.next();
      return;
    }
    metrics.counter("backstep.calls.refused", "because", CODE).increment();
    call.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
    problems.answer(call, 503, CODE, DETAIL);
  }
}
