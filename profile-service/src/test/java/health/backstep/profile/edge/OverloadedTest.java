package health.backstep.profile.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.StackResource;
import health.backstep.stack.secret.Scopes;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Three times as many calls as the service works on at once. */
@ProfileComponentTest
class OverloadedTest {

  private static final Partner PARTNER = new Partner("overloaded");

  /** So many may come in one moment without that any is refused, however slow the machine is. */
  private static final int AT_ONCE = 8;

  private static final Pattern AT_WORK =
      Pattern.compile("(?m)^backstep_calls_at_work(?:\\{[^}]*})? (\\d+)");

  private final HttpClient client = HttpClient.newHttpClient();

  @ConfigProperty(name = "backstep.concurrency.limit")
  int limit;

  @AfterEach
  void end() {
    client.close();
  }

  @Test
  void whatItCannotTakeIsRefusedAtOnceAndTheRestIsServed() throws SQLException {
    Patient patient = Patient.of(PARTNER);
    String token = PARTNER.token(Scopes.all(), Duration.ofHours(1));
    List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
    try (Connection connection = StackResource.behindTheWall()) {
      lockPatients(connection);
      takeAllPlaces(() -> calls.add(read(patient, token)));
      IntStream.range(0, 2 * limit).forEach(call -> calls.add(read(patient, token)));

      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> calls.stream().filter(CompletableFuture::isDone).count() >= 2L * limit);
      given().get("/q/health/live").then().statusCode(200);
      given().get("/q/metrics").then().statusCode(200);
      given().get("/q/openapi").then().statusCode(200);
      PARTNER
          .request()
          .get(patient.path(""))
          .then()
          .statusCode(503)
          .header("Retry-After", equalTo("1"))
          .body("code", equalTo("OVERLOADED"));
      connection.rollback();
    }

    Map<Integer, Long> answers =
        calls.stream()
            .map(CompletableFuture::join)
            .collect(Collectors.groupingBy(HttpResponse::statusCode, Collectors.counting()));
    assertThat(answers).containsOnlyKeys(200, 503).containsEntry(200, (long) limit);
    PARTNER.request().get(patient.path("")).then().statusCode(200);
  }

  @Test
  void callersWhoHangUpMakeNoRoomForMoreWorkUntilTheirsIsDone() throws SQLException {
    Patient patient = Patient.of(PARTNER);
    String token = PARTNER.token(Scopes.all(), Duration.ofHours(1));
    try (Connection connection = StackResource.behindTheWall()) {
      lockPatients(connection);
      try (HttpClient leaving = HttpClient.newHttpClient()) {
        List<CompletableFuture<?>> left = new ArrayList<>();
        takeAllPlaces(() -> left.add(read(leaving, patient, token)));
        assertThat(left).hasSize(limit);
        leaving.shutdownNow();
      }
      for (int probe = 0; probe < 20; probe++) {
        assertThat(read(patient, token).join().body()).contains("\"code\":\"OVERLOADED\"");
      }
      connection.rollback();
    }

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> read(patient, token).join().statusCode() == 200);
  }

  @Test
  void eachAnswerTellsHowTheCallerStands() {
    Patient patient = Patient.of(PARTNER);

    given()
        .auth()
        .oauth2(PARTNER.token(Scopes.all(), Duration.ofHours(1)))
        .get(patient.path(""))
        .then()
        .statusCode(200)
        .header("RateLimit-Policy", startsWith("\"client\";q="))
        .header("RateLimit", startsWith("\"client\";r="));
    assertThat(given().get(patient.path("")).then().statusCode(401).extract().header("RateLimit"))
        .isNull();
  }

  private void takeAllPlaces(Runnable call) {
    for (int sent = AT_ONCE; sent <= limit; sent += AT_ONCE) {
      IntStream.range(0, AT_ONCE).forEach(one -> call.run());
      int taken = sent;
      await().atMost(Duration.ofSeconds(30)).until(() -> atWork() == taken);
    }
  }

  private static int atWork() {
    String metrics = given().get("/q/metrics").asString();
    Matcher calls = AT_WORK.matcher(metrics);
    assertThat(calls.find()).isTrue();
    return Integer.parseInt(calls.group(1));
  }

  private static void lockPatients(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement lock = connection.createStatement()) {
      lock.execute("lock table patient in access exclusive mode");
    }
  }

  private CompletableFuture<HttpResponse<String>> read(Patient patient, String token) {
    return read(client, patient, token);
  }

  private static CompletableFuture<HttpResponse<String>> read(
      HttpClient client, Patient patient, String token) {
    return client.sendAsync(
        HttpRequest.newBuilder(
                URI.create(RestAssured.baseURI + ":" + RestAssured.port + patient.path("")))
            .header("Authorization", "Bearer " + token)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
