package health.backstep.session.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.StackResource;
import health.backstep.stack.secret.Scopes;
import io.restassured.RestAssured;
import io.restassured.response.Response;
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
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Batches are long at work. Those of one tenant leave room for everybody else. */
@SessionComponentTest
class BatchesAtOnceTest {

  /** So many may come in one moment without that any is refused, however slow the machine is. */
  private static final int AT_ONCE = 8;

  private static final Pattern LONG_CALLS =
      Pattern.compile("(?m)^backstep_calls_long(?:\\{[^}]*})? (\\d+)");

  private final String name = "at-once-" + UUID.randomUUID().toString().substring(0, 8);
  private final Partner partner = new Partner(name);
  private final Partner neighbour = new Partner(name + "-next");
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @ConfigProperty(name = "backstep.concurrency.limit")
  int places;

  @ConfigProperty(name = "backstep.concurrency.long-calls-by-tenant")
  int most;

  @AfterEach
  void end() {
    client.close();
  }

  @Test
  void asManyAsThereArePlacesAtWorkAreRefusedButForAFewAndAnotherTenantIsServed()
      throws SQLException {
    Patient theirs = Patient.withPlan(neighbour);
    List<CompletableFuture<HttpResponse<String>>> batches = new ArrayList<>();
    try (Connection connection = StackResource.behindTheWall()) {
      lockItems(connection);
      while (batches.size() < places) {
        for (int batch = 0; batch < AT_ONCE; batch++) {
          batches.add(send(ofStrangers()));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> done(batches) == batches.size() - most);
      }

      assertThat(longCalls()).isEqualTo(most);
      theirs.post("/sessions", Requests.greenSession()).statusCode(201);
      assertThat(done(batches)).isEqualTo(places - most);
      connection.rollback();
    }

    List<HttpResponse<String>> answers = batches.stream().map(CompletableFuture::join).toList();
    assertThat(with(200, answers)).hasSize(most);
    assertThat(with(429, answers))
        .hasSize(places - most)
        .allSatisfy(
            refused -> {
              assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
              assertThat(refused.body()).contains("\"code\":\"TOO_MANY_WAITING\"");
            });
    assertThat(longCalls()).isZero();
  }

  @Test
  void aBatchThatIsRefusedMakesRoomForTheNext() {
    UUID patient = Patient.withPlan(partner).id();
    Batch recorded = new Batch();
    recorded.session(patient, 0);
    keyed(recorded).then().statusCode(200);

    for (int batch = 0; batch <= most; batch++) {
      keyed(ofStrangers()).then().statusCode(422);
    }

    assertThat(longCalls()).isZero();
  }

  private static long done(List<? extends CompletableFuture<?>> batches) {
    return batches.stream().filter(CompletableFuture::isDone).count();
  }

  /** Each item waits for itself, so that the batch is at work for as long as the test needs. */
  private static Batch ofStrangers() {
    Batch batch = new Batch();
    for (int patient = 0; patient < 20; patient++) {
      batch.checkInAfter(UUID.randomUUID(), 0, 2);
    }
    return batch;
  }

  private static void lockItems(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement lock = connection.createStatement()) {
      lock.execute("lock table batch_item in access exclusive mode");
    }
  }

  private static int longCalls() {
    Matcher calls = LONG_CALLS.matcher(given().get("/q/metrics").asString());
    assertThat(calls.find()).isTrue();
    return Integer.parseInt(calls.group(1));
  }

  private static List<HttpResponse<String>> with(int status, List<HttpResponse<String>> answers) {
    return answers.stream().filter(answer -> answer.statusCode() == status).toList();
  }

  private Response keyed(Batch batch) {
    return partner
        .request()
        .header("Idempotency-Key", "batch-of-monday")
        .body(batch.body())
        .post(Batch.PATH);
  }

  private CompletableFuture<HttpResponse<String>> send(Batch batch) {
    return client.sendAsync(
        HttpRequest.newBuilder(
                URI.create(RestAssured.baseURI + ":" + RestAssured.port + Batch.PATH))
            .header("Authorization", "Bearer " + partner.token(Scopes.all(), Duration.ofHours(1)))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(batch.body()))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
