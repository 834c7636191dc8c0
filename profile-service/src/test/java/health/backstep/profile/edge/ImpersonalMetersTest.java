package health.backstep.profile.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.backstep.backbone.testing.Partner;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Metrics tell how routes do and nothing of who was asked about. */
@ProfileComponentTest
class ImpersonalMetersTest {

  private static final Partner PARTNER = new Partner("impersonal-meters");

  @Test
  void aCallCountsUnderItsRoute() {
    Patient patient = Patient.of(PARTNER);

    PARTNER.request().get(patient.path("")).then().statusCode(200);

    assertThat(metricsWith("uri=\"/v1/patients/{patientId}\"")).doesNotContain(patient.path(""));
  }

  @Test
  void thePathOfACallThatReachedNoRouteIsNotTold() {
    given().get("/v1/anna-meier/" + "a".repeat(9_000)).then().statusCode(414);
    given().get("/v1/patients/anna-meier-2/export%2Fx").then().statusCode(404);
    PARTNER.request().delete("/v1/patients/anna-meier-3/clearance").then().statusCode(405);

    metricsWith("status=\"414\"");
    assertThat(metricsWith("status=\"405\""))
        .contains("uri=\"UNKNOWN\"")
        .doesNotContain("anna-meier");
  }

  @Test
  void aMethodThatThereIsNotIsNotTold() {
    given().request("ANNAMEIER", "/v1/patients/anna-meier-4").then().statusCode(405);

    assertThat(metricsWith("method=\"UNKNOWN\"")).doesNotContain("ANNAMEIER");
  }

  private static String metricsWith(String wanted) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> given().get("/q/metrics").asString(), metrics -> metrics.contains(wanted));
  }
}
