package health.backstep.profile.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItems;

import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Refusal;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists are walked page by page, and what is added meanwhile moves nothing. */
@ProfileComponentTest
class PagesTest {

  private static final Partner PARTNER = new Partner("pages");

  private Patient patient;

  @BeforeEach
  void aPatient() {
    patient = Patient.of(PARTNER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/assessments", "/outcomes"})
  void aWalkShowsEachItemOnceWhileOthersAreAdded(String list) {
    List<String> thereAtTheStart =
        List.of(assess(), assess(), assess(), assess(), assess()).reversed();
    List<String> seen = new ArrayList<>();

    @Nullable String cursor = null;
    do {
      JsonPath page = page(list, cursor);
      seen.addAll(page.getList("items.assessmentId", String.class));
      cursor = page.getString("nextCursor");
      assess();
    } while (cursor != null);

    assertThat(seen).isEqualTo(thereAtTheStart);
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, LIMIT_OUT_OF_RANGE",
    "limit=201, LIMIT_OUT_OF_RANGE",
    "cursor=nonsense, CURSOR_UNKNOWN",
  })
  void everyListRefusesTheSame(String query, String code) {
    for (String list :
        List.of(
            "/v1/patients?externalId=a&",
            patient.path("/assessments?"),
            patient.path("/outcomes?"))) {
      Refusal.of(PARTNER.tenant(), () -> PARTNER.request().get(list + query), 400, code);
    }
  }

  @Test
  void theApiDescriptionNamesLimitAndCursorOfEachList() {
    given()
        .get("/q/openapi?format=json")
        .then()
        .statusCode(200)
        .body(
            "paths['/v1/patients/{patientId}/assessments'].get.parameters.name",
            hasItems("limit", "cursor"))
        .body("paths['/v1/patients'].get.parameters.name", hasItems("limit", "cursor"));
  }

  private JsonPath page(String list, @Nullable String cursor) {
    String next = cursor == null ? "" : "&cursor=" + cursor;
    return PARTNER
        .request()
        .get(patient.path(list + "?limit=2" + next))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private String assess() {
    return PARTNER
        .request()
        .body(Requests.assessment().toString())
        .post(patient.path("/assessments"))
        .then()
        .statusCode(201)
        .extract()
        .path("assessmentId");
  }
}
