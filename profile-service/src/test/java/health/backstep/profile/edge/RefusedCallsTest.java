package health.backstep.profile.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Refusal;
import health.backstep.stack.secret.Scopes;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a call, its answer is a problem document. */
@ProfileComponentTest
class RefusedCallsTest {

  private static final Partner PARTNER = new Partner("refused-calls");
  private static final String NOBODY = "01a1fdf6-0000-7000-8000-000000000000";
  private static final int LIMIT = 256 * 1024;

  @ParameterizedTest
  @ValueSource(strings = {"", "/clearance", "/assessments", "/outcomes", "/assessments/" + NOBODY})
  void aMissingPatientAnswersAsAForeignOneDoes(String rest) {
    Patient foreign = Patient.cleared(new Partner("refused-calls-other"));

    assertThat(problem("/v1/patients/" + foreign.id() + rest))
        .isEqualTo(problem("/v1/patients/" + NOBODY + rest));
  }

  private static Map<String, Object> problem(String path) {
    Map<String, Object> problem =
        Refusal.of(
                PARTNER.tenant(),
                () -> PARTNER.request().get(path),
                404,
                path.contains("/assessments/") ? "ASSESSMENT_NOT_FOUND" : "PATIENT_NOT_FOUND")
            .body("instance", equalTo(path))
            .extract()
            .path("$");
    problem.remove("instance");
    problem.remove("traceId");
    return problem;
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "GET, /v1/nothing, 404, NOT_FOUND",
    "GET, /, 404, NOT_FOUND",
    "GET, /v1/patients/42, 404, NOT_FOUND",
    "GET, /v1/patients/42/clearance, 404, NOT_FOUND",
    "GET, /q/nothing, 404, NOT_FOUND",
    "GET, /%25/patients/42;a=b, 404, NOT_FOUND",
    "GET, /%25/patients/42/clearance, 404, NOT_FOUND",
    "DELETE, /v1/patients, 405, METHOD_NOT_ALLOWED",
    "PATCH, /v1/patients/" + NOBODY + ", 405, METHOD_NOT_ALLOWED",
    "GET, /v1/patients, 400, EXTERNAL_ID_REQUIRED",
    "GET, /v1/patients?externalId=a%00b, 400, TEXT_UNREADABLE",
    "GET, /v1/patients/" + NOBODY + "/assessments?limit=abc, 400, BAD_REQUEST",
    "GET, /v1/patients/" + NOBODY + "/assessments?limit=0, 400, LIMIT_OUT_OF_RANGE",
    "GET, /v1/patients/" + NOBODY + "/assessments?limit=201, 400, LIMIT_OUT_OF_RANGE",
  })
  void aCallThatLeadsNowhereIsAProblem(String method, String path, int status, String code) {
    Refusal.of(
        PARTNER.tenant(),
        () -> PARTNER.request().urlEncodingEnabled(false).request(method, path),
        status,
        code);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "DELETE | /v1/patients | GET, HEAD, OPTIONS, POST",
        "PATCH  | /v1/patients/" + NOBODY + " | DELETE, GET, HEAD, OPTIONS, PUT",
        "POST   | /v1/patients/" + NOBODY + "/clearance | GET, HEAD, OPTIONS, PUT",
        "DELETE | /v1/patients/" + NOBODY + "/outcomes | GET, HEAD, OPTIONS",
      })
  void aMethodThatAPathDoesNotTakeIs405AndNamesThoseItTakes(
      String method, String path, String allowed) {
    Refusal.of(
            PARTNER.tenant(),
            () -> PARTNER.request().request(method, path),
            405,
            "METHOD_NOT_ALLOWED")
        .header("Allow", equalTo(allowed));
  }

  @Test
  void anAddressThatIsTooLongIs414() {
    Refusal.of(
            PARTNER.tenant(),
            () -> PARTNER.request().get("/v1/patients?externalId=" + "a".repeat(8_000)),
            414,
            "ADDRESS_TOO_LONG")
        .body("instance", equalTo("/v1/patients"));
  }

  @Test
  void headersThatAreTooLargeAre431() {
    Refusal.of(
        PARTNER.tenant(),
        () -> PARTNER.request().header("X-Large", "a".repeat(16_400)).get("/v1/patients"),
        431,
        "HEADERS_TOO_LARGE");
  }

  @Test
  void aPathThatClimbsIsNoFailureOfOurs() throws IOException {
    assertThat(answer("GET /v1/../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n", ""))
        .containsPattern("^HTTP/1.1 4\\d\\d ")
        .containsIgnoringCase("content-type: application/problem+json")
        .contains("\"code\":\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GARBAGE",
        "GET /v1/patients HTTP/9.9",
        "GET  HTTP/1.1",
        "GET /v1/patients/%zz HTTP/1.1",
        "GET /v1/patients?externalId=%zz HTTP/1.1",
      })
  void aRequestLineThatCannotBeReadEndsTheConnection(String line) throws IOException {
    assertThat(answer(line + "\r\nHost: localhost\r\n", "")).doesNotContain("HTTP/1.1 5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /v1/patients HTTP/1.1",
        "GET /v1/patients HTTP/1.1\r\nHost: a b",
        "GET ?limit=1 HTTP/1.1\r\nHost: localhost",
      })
  void aCallThatDoesNotSayForWhomOrWhatItIsIsAProblem(String head) throws IOException {
    assertThat(answer(head + "\r\n", ""))
        .containsPattern("^HTTP/1.1 400 ")
        .containsIgnoringCase("content-type: application/problem+json")
        .contains("\"code\":\"REQUEST_UNREADABLE\"");
  }

  @Test
  void aBodyOfNoEncodingIs400() {
    byte[] utf32 = {0, 0, 0, '{', 0x7f, -1, -1, -1};

    Refusal.of(
        PARTNER.tenant(),
        () -> PARTNER.request().contentType("application/json").body(utf32).post("/v1/patients"),
        400,
        "MALFORMED_JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml"})
  void aBodyOfAnotherMediaTypeIs415(String type) {
    byte[] body = Requests.patient().toString().getBytes(StandardCharsets.UTF_8);

    Refusal.of(
        PARTNER.tenant(),
        () ->
            given()
                .auth()
                .oauth2(token())
                .header("Content-Type", type)
                .body(body)
                .post("/v1/patients"),
        415,
        "UNSUPPORTED_MEDIA_TYPE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?externalId=a", "/" + NOBODY, "/" + NOBODY + "/assessments"})
  void anAnswerInAnotherMediaTypeIs406(String path) {
    Refusal.of(
        PARTNER.tenant(),
        () -> PARTNER.request().accept("application/xml").get("/v1/patients" + path),
        406,
        "NOT_ACCEPTABLE");
  }

  @Test
  void aBodyThatTellsThatItIsTooLargeIs413() {
    Refusal.of(
            PARTNER.tenant(),
            () -> PARTNER.request().body(" ".repeat(LIMIT + 1)).post("/v1/patients"),
            413,
            "BODY_TOO_LARGE")
        .body("instance", equalTo("/v1/patients"));
  }

  @Test
  void aBodyAsLargeAsTheLimitIsRead() {
    String body = Requests.patient().toString();

    PARTNER
        .request()
        .body(body + " ".repeat(LIMIT - body.length()))
        .post("/v1/patients")
        .then()
        .statusCode(201);
  }

  @Test
  void aBodyInChunksThatGrowsTooLargeIs413() throws IOException {
    assertThat(inChunks(LIMIT / 8192 + 1))
        .startsWith("HTTP/1.1 413")
        .containsIgnoringCase("content-type: application/problem+json")
        .contains("\"code\":\"BODY_TOO_LARGE\"");
  }

  @Test
  void aBodyInChunksWithinTheLimitIsRead() throws IOException {
    assertThat(inChunks(2)).startsWith("HTTP/1.1 400").contains("\"code\":\"BODY_MISSING\"");
  }

  /** Chunks of white space, written by hand because a client would give up writing and not read. */
  private static String inChunks(int count) throws IOException {
    StringBuilder chunks = new StringBuilder();
    chunks.repeat("2000\r\n" + " ".repeat(8192) + "\r\n", count).append("0\r\n\r\n");
    return answer(
        """
        POST /v1/patients HTTP/1.1\r
        Host: localhost\r
        Content-Type: application/json\r
        Transfer-Encoding: chunked\r
        """,
        chunks.toString());
  }

  private static String answer(String head, String body) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      String request =
          head + "Connection: close\r\nAuthorization: Bearer " + token() + "\r\n\r\n" + body;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.setSoTimeout(10_000);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String token() {
    return PARTNER.token(Scopes.all(), Duration.ofHours(1));
  }
}
