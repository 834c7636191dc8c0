package health.backstep.profile.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.backbone.testing.Partner;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser, or a cache on the way, is told about every answer. */
@ProfileComponentTest
class SecurityHeadersTest {

  private static final Partner PARTNER = new Partner("security-headers");
  private static final String SHOP = "https://shop.example";

  private static final Map<String, String> ALWAYS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Resource-Policy", "same-origin");

  private static final Map<String, String> OF_THE_API =
      Map.of(
          "Cache-Control", "no-store",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

  @Test
  void anAnswerWithHealthDataStaysInNoCacheAndIsNoPage() {
    Response answer = PARTNER.request().get(Patient.of(PARTNER).path(""));

    assertThat(answer.statusCode()).isEqualTo(200);
    holds(answer, ALWAYS);
    holds(answer, OF_THE_API);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "GET, /v1/nothing, 404",
    "GET, /nothing, 404",
    "GET, /v1/patients, 400",
    "DELETE, /v1/patients, 405",
    "GET, /q/openapi, 200",
    "GET, /q/metrics, 200",
    "GET, /q/health/live, 200",
  })
  void soDoesEveryOtherOne(String method, String path, int status) {
    Response answer = PARTNER.request().request(method, path);

    assertThat(answer.statusCode()).isEqualTo(status);
    holds(answer, ALWAYS);
    holds(answer, OF_THE_API);
  }

  @Test
  void soDoesTheAnswerToACallThatGetsNoFurtherThanTheDoor() {
    Response withoutToken = given().get("/v1/patients?externalId=a");
    Response tooLong = PARTNER.request().get("/v1/patients?externalId=" + "a".repeat(8_000));

    assertThat(withoutToken.statusCode()).isEqualTo(401);
    assertThat(tooLong.statusCode()).isEqualTo(414);
    holds(withoutToken, OF_THE_API);
    holds(tooLong, OF_THE_API);
  }

  @Test
  void theReferencePageRunsWhatTheServiceItselfSendsAndNothingElse() {
    Response page = given().get("/q/reference/");

    assertThat(page.statusCode()).isEqualTo(200);
    holds(page, ALWAYS);
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("http", "*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/patients?externalId=a", "/q/health/live", "/q/openapi"})
  void noOtherOriginMayReadAnAnswer(String path) {
    assertThat(namesOf(PARTNER.request().header("Origin", SHOP).get(path).headers()))
        .noneMatch(name -> name.startsWith("access-control-"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "DELETE"})
  void noOtherOriginIsGivenLeaveBeforeItAsks(String method) {
    RequestSpecification preflight =
        given().header("Origin", SHOP).header("Access-Control-Request-Method", method);

    assertThat(namesOf(preflight.options("/v1/patients").headers()))
        .noneMatch(name -> name.startsWith("access-control-"));
  }

  private static List<String> namesOf(Headers headers) {
    return headers.asList().stream()
        .map(header -> header.getName().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static void holds(Response answer, Map<String, String> expected) {
    expected.forEach(
        (name, value) -> assertThat(answer.headers().getValues(name)).as(name).containsOnly(value));
  }
}
