package health.backstep.plan.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Refusal;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The versions of a plan are listed and read as all other lists and things are. */
@PlanComponentTest
class VersionPagesTest {

  private static final Partner PARTNER = new Partner("version-pages");

  private Patient patient;

  @BeforeEach
  void aPatient() {
    patient = Patient.withPlan(PARTNER);
  }

  @Test
  void aWalkGoesOnWhereItWasWhenAVersionIsAdded() {
    patient.planAfter(patient.flare("MODERATE", "bridge"));

    String cursor =
        versions("?limit=1").body("items.version", contains(2)).extract().path("nextCursor");
    patient.planAfter(patient.redFlag());

    versions("?limit=1&cursor=" + cursor)
        .body("items.version", contains(1))
        .body("nextCursor", nullValue());
    versions("").body("items.version", contains(3, 2, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, LIMIT_OUT_OF_RANGE",
    "limit=201, LIMIT_OUT_OF_RANGE",
    "cursor=nonsense, CURSOR_UNKNOWN",
    "cursor=AAAAAAAAAAAAAAAAAAAAAA, CURSOR_UNKNOWN",
  })
  void whatNoListTakesIsRefused(String query, String code) {
    Refusal.of(
        PARTNER.tenant(), () -> PARTNER.request().get(path("/versions?" + query)), 400, code);
  }

  @Test
  void aPlanThatTheCallerHasIsNotSentAgainUntilItChanges() {
    String first = PARTNER.request().get(path("")).header("ETag");
    assertThat(PARTNER.request().header("If-None-Match", first).get(path("")).statusCode())
        .isEqualTo(304);

    patient.planAfter(patient.flare("MODERATE", "bridge"));

    PARTNER
        .request()
        .header("If-None-Match", first)
        .get(path(""))
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"2\""));
  }

  private ValidatableResponse versions(String query) {
    return PARTNER.request().get(path("/versions" + query)).then().statusCode(200);
  }

  private String path(String rest) {
    return "/v1/patients/" + patient.id() + "/plan" + rest;
  }
}
