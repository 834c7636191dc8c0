package health.backstep.backbone.audit;

import health.backstep.backbone.access.Client;
import health.backstep.backbone.problem.EarlyProblems;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;

/**
 * Sees every call under {@code /v1} come and its answer go, also where it is refused before a
 * resource has it. When too many lines wait to be stored, calls wait here; one that waited too long
 * is refused with 503 before anything was looked at, and leaves no line.
 */
@ApplicationScoped
public class AuditDoor {

  private static final int BEFORE_ALL_THAT_REFUSES = -75;

  /** Who calls is looked up after the places at work are given, and for the limits as well. */
  private static final int BEFORE_THE_LIMITS = -55;

  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  /** Of a caller who went away before the answer; no status of HTTP, but known by this number. */
  private static final int CALLER_GONE = 499;

  private final Backlog backlog;
  private final AuditConfig config;
  private final EarlyProblems problems;
  private final Clock clock;

  AuditDoor(Backlog backlog, AuditConfig config, EarlyProblems problems, Clock clock) {
    this.backlog = backlog;
    this.config = config;
    this.problems = problems;
    this.clock = clock;
  }

  void guard(@Observes Router router) {
    router
        .route("/v1/*")
        .order(BEFORE_ALL_THAT_REFUSES)
        .handler(call -> admit(call, System.nanoTime() + config.waitingCall().toNanos()));
    router.route("/v1/*").order(BEFORE_THE_LIMITS).handler(this::identify);
  }

  private void admit(RoutingContext call, long deadline) {
    if (!backlog.isFull()) {
      watch(call, AuditedCall.begin(call));
      call.next();
    } else if (System.nanoTime() < deadline) {
      call.vertx().setTimer(LOOK_EVERY.toMillis(), timer -> admit(call, deadline));
    } else {
      call.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
      problems.answer(
          call, 503, "OVERLOADED", "This instance has all the work that it can do; try again.");
    }
  }

  private void watch(RoutingContext call, AuditedCall audited) {
    call.addHeadersEndHandler(
        answered -> {
          EarlyProblems.codeOf(call).ifPresent(audited::refused);
          note(audited, call.response().getStatusCode());
        });
    call.addEndHandler(
        ended -> {
          if (ended.failed()) {
            note(audited, CALLER_GONE);
          }
        });
  }

  private void note(AuditedCall audited, int status) {
    audited.end(clock.instant(), status).ifPresent(backlog::add);
  }

  private void identify(RoutingContext call) {
    Client.token(
        call,
        token -> {
          AuditedCall.of(call).ifPresent(audited -> audited.by(token));
          call.next();
        });
  }
}
