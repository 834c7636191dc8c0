package health.backstep.plan.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.backstep.backbone.testing.Partner;
import health.backstep.stack.secret.Scopes;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reads that wait for an event leave the places at work to others. */
@PlanComponentTest
class HeldReadsTest {

  private static final Partner PARTNER = new Partner("held-reads");

  /** So many may come in one moment without that any is refused, however slow the machine is. */
  private static final int AT_ONCE = 8;

  private final HttpClient client = HttpClient.newHttpClient();

  @ConfigProperty(name = "backstep.concurrency.limit")
  int limit;

  @AfterEach
  void end() {
    client.close();
  }

  @Test
  void moreReadsWaitThanCallsCouldBeAtWorkAndOthersAreServed() {
    String token = PARTNER.token(Scopes.all(), Duration.ofHours(1));

    List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
    while (waiting.size() < 2 * limit) {
      IntStream.range(0, AT_ONCE).forEach(read -> waiting.add(waitForNothing(token)));
      await().atMost(Duration.ofSeconds(20)).until(() -> metric("held") == waiting.size());
    }
    assertThat(metric("at_work")).isZero();
    PARTNER.request().get("/v1/rules").then().statusCode(200);
    assertThat(waiting).allSatisfy(read -> assertThat(read.join().statusCode()).isEqualTo(202));
    assertThat(metric("held")).isZero();
    await().untilAsserted(() -> assertThat(metric("at_work")).isZero());
  }

  private CompletableFuture<HttpResponse<String>> waitForNothing(String token) {
    String path =
        "/v1/patients/%s/plan?after=%s&wait=PT30S".formatted(UUID.randomUUID(), UUID.randomUUID());
    return client.sendAsync(
        HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
            .header("Authorization", "Bearer " + token)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static int metric(String calls) {
    Matcher value =
        Pattern.compile("(?m)^backstep_calls_" + calls + "(?:\\{[^}]*})? (\\d+)")
            .matcher(given().get("/q/metrics").asString());
    assertThat(value.find()).isTrue();
    return Integer.parseInt(value.group(1));
  }
}
