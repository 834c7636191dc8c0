package health.backstep.backbone.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each client and each tenant may make so many calls; the fields tell them how they stand. */
class RateLimitsTest {

  private static final int OF_A_CLIENT = 3;
  private static final int OF_A_TENANT = 5;

  private final Server server =
      new Server(
          router -> {
            new RateLimits(
                    Server.problems(),
                    new Limits(Duration.ofHours(1), OF_A_CLIENT, OF_A_TENANT, 100),
                    new SimpleMeterRegistry(),
                    TimeMeter.SYSTEM_NANOTIME)
                .guard(router);
            router.route().order(-200).handler(RateLimitsTest::letIn);
            router.get("/v1/patients").handler(call -> call.end("[]"));
            router.get("/q/metrics").handler(call -> call.end("up 1"));
          });

  record Limits(Duration window, long client, long tenant, long remembered)
      implements RateLimitConfig {}

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void eachAnswerTellsThePolicyAndWhatIsLeft() {
    HttpResponse<String> answer = call("demo", "app");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("RateLimit-Policy"))
        .hasValue("\"client\";q=3;w=3600, \"tenant\";q=5;w=3600");
    assertThat(answer.headers().firstValue("RateLimit"))
        .hasValue("\"client\";r=2;t=1200, \"tenant\";r=4;t=720");
    assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
  }

  @Test
  void aCallTooManyIsRefusedAndToldWhenTheNextIsTaken() {
    times(OF_A_CLIENT, "demo", "app");

    HttpResponse<String> answer = call("demo", "app");

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("RateLimit").orElseThrow())
        .startsWith("\"client\";r=0;t=3600");
    assertThat(Long.parseLong(answer.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(1100L, 1200L);
    assertThat(answer.body())
        .contains("\"code\":\"RATE_LIMITED\"", "\"instance\":\"/v1/patients\"", "\"traceId\":");
  }

  @Test
  void anotherClientAndTheSameNameAtAnotherTenantAreCountedApart() {
    times(OF_A_CLIENT, "demo", "app");

    assertThat(call("demo", "other-app").statusCode()).isEqualTo(200);
    assertThat(call("other", "app").statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsRefusedToOneClientIsNotTakenFromTheOthers() {
    for (int i = 0; i < 2 * OF_A_TENANT; i++) {
      call("demo", "broken-app");
    }

    assertThat(call("demo", "other-app").statusCode()).isEqualTo(200);
  }

  @Test
  void manyClientsOfOneTenantShareItsQuota() {
    for (int i = 0; i < OF_A_TENANT; i++) {
      assertThat(call("demo", "person-" + i).statusCode()).isEqualTo(200);
    }

    assertThat(call("demo", "person-new").statusCode()).isEqualTo(429);
    assertThat(call("other", "person-new").statusCode()).isEqualTo(200);
  }

  @Test
  void whoeverHasNoValidTokenIsNotCounted() {
    for (int i = 0; i < 2 * OF_A_TENANT; i++) {
      HttpResponse<String> anonymous = server.get("/v1/patients").join();
      HttpResponse<String> forged = server.get("/v1/patients", "Forged", "yes").join();

      assertThat(anonymous.statusCode()).isEqualTo(200);
      assertThat(forged.statusCode()).isEqualTo(200);
      assertThat(forged.headers().firstValue("RateLimit")).isEmpty();
    }
  }

  @Test
  void whatOperatorsAskIsNotCounted() {
    HttpResponse<String> answer =
        server.get("/q/metrics", "Tenant", "demo", "Subject", "app").join();

    assertThat(answer.headers().firstValue("RateLimit-Policy")).isEmpty();
    assertThat(call("demo", "app").headers().firstValue("RateLimit").orElseThrow())
        .startsWith("\"client\";r=2");
  }

  private void times(int calls, String tenant, String subject) {
    for (int i = 0; i < calls; i++) {
      assertThat(call(tenant, subject).statusCode()).isEqualTo(200);
    }
  }

  private HttpResponse<String> call(String tenant, String subject) {
    return server.get("/v1/patients", "Tenant", tenant, "Subject", subject).join();
  }

  /** As the framework does: who calls is known when somebody asks. */
  private static void letIn(RoutingContext call) {
    Uni<SecurityIdentity> caller =
        call.request().getHeader("Forged") == null
            ? Uni.createFrom().item(() -> identity(call))
            : Uni.createFrom().failure(new AuthenticationFailedException());
    call.put(QuarkusHttpUser.DEFERRED_IDENTITY_KEY, caller);
    call.next();
  }

  private static SecurityIdentity identity(RoutingContext call) {
    if (call.request().getHeader("Tenant") == null) {
      return QuarkusSecurityIdentity.builder().setAnonymous(true).build();
    }
    JwtClaims claims = new JwtClaims();
    claims.setSubject(call.request().getHeader("Subject"));
    claims.setStringClaim("tenant", call.request().getHeader("Tenant"));
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new DefaultJWTCallerPrincipal(claims))
        .build();
  }
}
