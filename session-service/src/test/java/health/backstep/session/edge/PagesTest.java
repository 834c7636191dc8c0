package health.backstep.session.edge;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Lists are walked page by page, and what is added meanwhile moves nothing. */
@SessionComponentTest
class PagesTest {

  private static final Partner PARTNER = new Partner("pages");

  private Patient patient;

  @BeforeEach
  void aPatient() {
    patient = Patient.withPlan(PARTNER);
  }

  @Test
  void aWalkShowsEachSessionOnceWhileOthersAreRecorded() {
    List<String> thereAtTheStart = List.of(record(), record(), record()).reversed();
    List<String> seen = new ArrayList<>();

    @Nullable String cursor = null;
    do {
      String next = cursor == null ? "" : "&cursor=" + cursor;
      JsonPath page = patient.get("/sessions?limit=1" + next).extract().jsonPath();
      seen.addAll(page.getList("items.reading.sessionId", String.class));
      cursor = page.getString("nextCursor");
      record();
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
    for (String list : List.of("/sessions?", "/flares?")) {
      String path = "/v1/patients/" + patient.id() + list + query;
      Refusal.of(PARTNER.tenant(), () -> PARTNER.request().get(path), 400, code);
    }
  }

  private String record() {
    return patient
        .post("/sessions", Requests.greenSession())
        .statusCode(201)
        .extract()
        .path("sessionId");
  }
}
