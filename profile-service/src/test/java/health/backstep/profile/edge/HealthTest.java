package health.backstep.profile.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import health.backstep.backbone.testing.Partner;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators and machines ask a running service; none of it needs a token. */
@ProfileComponentTest
class HealthTest {

  @Test
  void theServiceSaysThatItLives() {
    given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
  }

  @Test
  void thatItLivesRestsOnNothingElse() {
    given().get("/q/health/live").then().body("checks", empty());
  }

  @Test
  void theServiceHasStartedOnceItsMigrationsAreDone() {
    given()
        .get("/q/health/started")
        .then()
        .statusCode(200)
        .body("checks.name", contains("migrations"));
  }

  @Test
  void theServiceSaysThatItIsReadyAndWhatItRestsOn() {
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("status", equalTo("UP"))
        .body(
            "checks.name",
            containsInAnyOrder("database", "kafka", "outbox", "consumer", "token-keys"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "backstep_outbox_oldest_age_seconds",
        "backstep_outbox_pending",
        "backstep_outbox_blocked",
        "backstep_relay_active",
        "backstep_outbox_latency_seconds_count",
        "backstep_outbox_latency_seconds_bucket"
      })
  void theOutboxIsMeasured(String metric) {
    Patient.of(new Partner("health")).published(1);

    await()
        .untilAsserted(
            () ->
                assertThat(given().get("/q/metrics").then().statusCode(200).extract().asString())
                    .contains("\n" + metric));
  }

  @Test
  void theApiDescribesItself() {
    JsonPath api =
        given()
            .accept("application/json")
            .get("/q/openapi?format=json")
            .then()
            .statusCode(200)
            .body("openapi", containsString("3."))
            .body("paths", hasKey("/v1/patients/{patientId}/assessments"))
            .extract()
            .jsonPath();
    assertThat(api.getMap("paths").keySet()).hasSizeGreaterThanOrEqualTo(5);
  }
}
