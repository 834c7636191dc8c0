package health.backstep.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import health.backstep.stack.platform.LocalPort;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.process.Child;
import health.backstep.stack.secret.Scopes;
import health.backstep.stack.secret.TokenRequest;
import health.backstep.stack.service.ServiceProcess;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An instance that takes five calls a minute of a client, beside one that takes many. */
class RateLimitedInstanceTest {

  private static final int CALLS = 5;

  @Test
  void theSixthCallIsRefusedAndOtherClientsAndInstancesAreNotConcerned() {
    int port = LocalPort.free(1).getFirst();
    Child instance = start(port);
    try {
      String url = ServiceProcess.url(port).toString();
      instance.awaitReady(Duration.ofMinutes(3), () -> isReady(url));

      for (int call = 0; call < CALLS; call++) {
        rules(url, "app").then().statusCode(200).header("RateLimit", startsWith("\"client\";r="));
      }
      rules(url, "app")
          .then()
          .statusCode(429)
          .contentType("application/problem+json")
          .header("RateLimit-Policy", startsWith("\"client\";q=5;w=60"))
          .header("RateLimit", startsWith("\"client\";r=0;t="))
          .header("Retry-After", equalTo("12"))
          .body("code", equalTo("RATE_LIMITED"))
          .body("detail", containsString("12 s"));
      rules(url, "other-app").then().statusCode(200);
      rules(Platform.stack().url(ServiceName.PLAN).toString(), "app").then().statusCode(200);
      assertThat(given().get(url + "/q/metrics").asString())
          .contains("backstep_calls_refused_total{because=\"RATE_LIMITED\"} 1.0");
    } finally {
      instance.identity().kill();
    }
  }

  private static Child start(int port) {
    Map<String, String> environment = new HashMap<>(Platform.stack().environment(ServiceName.PLAN));
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put("BACKSTEP_RATE_LIMIT_CLIENT", Integer.toString(CALLS));
    return ServiceProcess.launch(
            "plan-service-limited",
            ServiceName.PLAN,
            environment,
            List.of(),
            PackagedServices.repository(),
            Platform.stack().data())
        .start();
  }

  private static Response rules(String url, String client) {
    String token =
        Platform.stack()
            .tokens()
            .issue(new TokenRequest("limited", Scopes.all(), client, Duration.ofHours(1)));
    return given().auth().oauth2(token).get(url + "/v1/rules");
  }

  private static boolean isReady(String url) {
    try {
      return given().get(url + "/q/health/ready").statusCode() == 200;
    } catch (Exception e) {
      return false;
    }
  }
}
