package health.backstep.backbone.load;

import health.backstep.backbone.access.Client;
import health.backstep.backbone.problem.EarlyProblems;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Counts the calls of each client and of each tenant on this instance, tells in {@code
 * RateLimit-Policy} and {@code RateLimit} how they stand (IETF draft
 * draft-ietf-httpapi-ratelimit-headers), and refuses what is too much. Only callers with a valid
 * token are counted, so that nobody can fill the memory with made-up ones.
 */
@ApplicationScoped
public class RateLimits {

  private static final String CODE = "RATE_LIMITED";

  /** After the places at work are given, before the body is looked at. */
  private static final int BEFORE_THE_BODY = -50;

  private final EarlyProblems problems;
  private final MeterRegistry metrics;
  private final Quota<Client> clients;
  private final Quota<String> tenants;

  @Inject
  RateLimits(EarlyProblems problems, RateLimitConfig config, MeterRegistry metrics) {
    this(problems, config, metrics, TimeMeter.SYSTEM_NANOTIME);
  }

  RateLimits(
      EarlyProblems problems, RateLimitConfig config, MeterRegistry metrics, TimeMeter time) {
    this.problems = problems;
    this.metrics = metrics;
    this.clients =
        new Quota<>("client", config.client(), config.window(), config.remembered(), time);
    this.tenants =
        new Quota<>("tenant", config.tenant(), config.window(), config.remembered(), time);
  }

  void guard(@Observes Router router) {
    router.route("/v1/*").order(BEFORE_THE_BODY).handler(this::identify);
  }

  private void identify(RoutingContext call) {
    call.response().putHeader("RateLimit-Policy", clients.policy() + ", " + tenants.policy());
    Client.of(call, client -> count(call, client));
  }

  private void count(RoutingContext call, Client client) {
    Standing one = clients.count(client);
    if (!one.allowed()) {
      call.response().putHeader("RateLimit", one.field());
      refuse(call, one.retryAfter());
      return;
    }
    Standing all = tenants.count(client.tenant());
    call.response().putHeader("RateLimit", one.field() + ", " + all.field());
    if (all.allowed()) {
      call.next();
    } else {
      refuse(call, all.retryAfter());
    }
  }

  private void refuse(RoutingContext call, long retryAfter) {
    metrics.counter("backstep.calls.refused", "because", CODE).increment();
    call.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter));
    problems.answer(
        call, 429, CODE, "Too many calls; the next one is taken in %d s.".formatted(retryAfter));
  }
}
