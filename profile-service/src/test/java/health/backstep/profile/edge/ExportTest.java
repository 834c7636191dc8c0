package health.backstep.profile.edge;

import static health.backstep.stack.platform.ServiceName.PLAN;
import static health.backstep.stack.platform.ServiceName.SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Refusal;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.secret.Scopes;
import io.restassured.RestAssured;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A patient's export is gathered from all services for the caller who asks, and is whole or
 * refused.
 */
@ProfileComponentTest
class ExportTest {

  private static final Set<String> NEEDED = Set.of("patients:read", "plans:read", "sessions:read");
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private final Partner partner =
      new Partner("export-" + UUID.randomUUID().toString().substring(0, 8));

  @Test
  void itHoldsTheWholePatientAndTheOthersParts() throws IOException {
    Patient patient = assessed();
    try (StandIn plans = StandIn.answering(PLAN, plans(patient.id()));
        StandIn sessions = StandIn.knowingNobody(SESSION)) {
      ExtractableResponse<Response> answer =
          export(patient)
              .then()
              .statusCode(200)
              .contentType("application/json")
              .header(
                  "Content-Disposition", equalTo("attachment; filename=\"patient-export.json\""))
              .header("Cache-Control", equalTo("no-store"))
              .body("patientId", equalTo(patient.id().toString()))
              .body("tenant", equalTo(partner.tenant()))
              .extract();

      JsonNode export = new ObjectMapper().readTree(answer.asString());
      assertThat(export.path("services").findValuesAsText("service"))
          .containsExactly("profile-service", "plan-service", "session-service");
      JsonNode own = export.at("/services/0");
      assertThat(rows(own, "patient").at("/0/externalId").asText()).startsWith("clinic-");
      assertThat(rows(own, "clearance").at("/0/status").asText()).isEqualTo("CLEARED");
      assertThat(rows(own, "assessments").at("/0/request/pain/average7d").isInt()).isTrue();
      assertThat(rows(own, "assessments").at("/0/answer/triage").isObject()).isTrue();
      assertThat(rows(own, "eventsTold").at("/0/lastSequence").asInt()).isPositive();
      assertThat(own.toString()).doesNotContain("\"tenant\"", "fingerprint");
      assertThat(export.at("/services/1"))
          .isEqualTo(new ObjectMapper().readTree(plans(patient.id())));
      assertThat(export.at("/services/2/tables")).isEmpty();
      assertThat(plans.asked()).hasSize(1);
      assertThat(sessions.asked()).hasSize(1);
      assertThat(RestAssured.get("/q/metrics").asString()).doesNotContain(patient.id().toString());
    }
  }

  @Test
  void theOthersAreAskedWithTheCallersOwnTokenInTheCallersTrace() {
    Patient patient = assessed();
    String token = partner.token(NEEDED, Duration.ofHours(1));
    try (StandIn plans = StandIn.answering(PLAN, plans(patient.id()));
        StandIn sessions = StandIn.knowingNobody(SESSION)) {
      RestAssured.given()
          .auth()
          .oauth2(token)
          .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
          .get(patient.path("/export"))
          .then()
          .statusCode(200);

      for (StandIn other : List.of(plans, sessions)) {
        assertThat(other.asked())
            .singleElement()
            .satisfies(
                asked -> {
                  assertThat(asked.path()).isEqualTo(patient.path("/export"));
                  assertThat(asked.headers().getFirst("Authorization"))
                      .isEqualTo("Bearer " + token);
                  assertThat(asked.headers().getFirst("traceparent")).startsWith("00-" + TRACE);
                });
      }
    }
  }

  @Test
  void aPartThatIsLargerThanAnyRequestMayBeIsTakenIn() throws IOException {
    Patient patient = assessed();
    String much = "x".repeat(2_000_000);
    try (StandIn plans = StandIn.answering(PLAN, plans(patient.id()).replace("so, so", much));
        StandIn sessions = StandIn.knowingNobody(SESSION)) {
      String answer = export(patient).then().statusCode(200).extract().asString();

      JsonNode part = new ObjectMapper().readTree(answer).at("/services/1");
      assertThat(rows(part, "notes").at("/1/words").asText()).isEqualTo(much);
      assertThat(plans.asked()).hasSize(1);
      assertThat(sessions.asked()).hasSize(1);
    }
  }

  @Test
  void theArchiveHasTheSameAsTables() throws IOException {
    Patient patient = assessed();
    try (StandIn plans = StandIn.answering(PLAN, plans(patient.id()));
        StandIn sessions = StandIn.knowingNobody(SESSION)) {
      ExtractableResponse<Response> answer =
          partner
              .request()
              .accept("application/zip")
              .get(patient.path("/export"))
              .then()
              .statusCode(200)
              .contentType("application/zip")
              .header("Content-Disposition", equalTo("attachment; filename=\"patient-export.zip\""))
              .extract();

      Map<String, String> files = unzipped(answer.asByteArray());
      assertThat(files.keySet())
          .startsWith("README.txt", "export.json", "profile/patient.csv")
          .contains("profile/assessments.csv", "plan/notes.csv");
      assertThat(files.get("plan/notes.csv")).isEqualTo("id,words\r\n1,'=1+1\r\n2,\"so, so\"\r\n");
      assertThat(files.get("README.txt"))
          .contains(
              patient.id().toString(),
              "plan/notes.csv (2 rows)\n    A note.",
              "session-service holds nothing",
              "- plan-service, drafts: Never kept.");
      JsonNode export = new ObjectMapper().readTree(files.get("export.json"));
      assertThat(rows(export.at("/services/1"), "notes").at("/0/words").asText()).isEqualTo("=1+1");
      assertThat(plans.asked()).hasSize(1);
      assertThat(sessions.asked()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500 | application/problem+json | {\"code\": \"INTERNAL_ERROR\"}",
        "403 | application/problem+json | {\"code\": \"SCOPE_MISSING\"}",
        "404 | application/problem+json | {\"code\": \"NOT_FOUND\"}",
        "404 | text/html                | <html>",
        "200 | text/html                | <html>",
        "200 | application/json         | {\"service\":",
        "200 | application/json         | {}",
        "200 | application/json         | null"
      })
  void anAnswerThatIsNoPartEndsTheExport(int status, String type, String body) {
    Patient patient = assessed();
    try (StandIn plans = StandIn.answering(PLAN, status, type, body);
        StandIn sessions = StandIn.knowingNobody(SESSION)) {
      isIncomplete(patient, PLAN);
      assertThat(plans.asked()).isNotEmpty();
      assertThat(sessions.asked()).isEmpty();
    }
  }

  @Test
  void aPartOfAnotherPatientEndsTheExport() {
    Patient patient = assessed();
    try (StandIn plans = StandIn.answering(PLAN, plans(UUID.randomUUID()))) {
      isIncomplete(patient, PLAN);
      assertThat(plans.asked()).hasSize(1);
    }
  }

  @Test
  void aServiceThatIsAwayEndsTheExport() {
    Patient patient = assessed();

    isIncomplete(patient, PLAN);
    try (StandIn plans = StandIn.knowingNobody(PLAN)) {
      isIncomplete(patient, SESSION);
      assertThat(plans.asked()).hasSize(1);
    }
  }

  @Test
  void aServiceThatDoesNotAnswerEndsTheExport() {
    Patient patient = assessed();
    try (StandIn plans = StandIn.knowingNobody(PLAN);
        StandIn sessions = StandIn.silent(SESSION)) {
      isIncomplete(patient, SESSION);
      assertThat(plans.asked()).hasSize(1);
      assertThat(sessions.asked()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "application/zip, /", "*/*, ;"})
  void whatIsNoMediaTypeIsRefusedBeforeAnybodyIsAsked(String accept) {
    Patient patient = assessed();
    try (StandIn plans = StandIn.answering(PLAN, plans(patient.id()))) {
      Refusal.of(
          partner.tenant(),
          () -> partner.request().accept(accept).get(patient.path("/export")),
          406,
          "NOT_ACCEPTABLE");
      assertThat(plans.asked()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"patients:read", "plans:read", "sessions:read"})
  void itNeedsEachOfThreeScopes(String missing) {
    Patient patient = assessed();
    Set<String> others = new java.util.TreeSet<>(Scopes.all());
    others.remove(missing);
    try (StandIn plans = StandIn.knowingNobody(PLAN)) {
      Refusal.of(
          partner.tenant(),
          () -> partner.with(others).get(patient.path("/export")),
          403,
          "SCOPE_MISSING");
      assertThat(plans.asked()).isEmpty();
    }
  }

  @Test
  void nobodyIsAskedAboutAPatientWhoIsForeignMissingOrErased() {
    Patient patient = assessed();
    try (StandIn plans = StandIn.answering(PLAN, plans(patient.id()))) {
      Partner other = new Partner("export-other");
      Refusal.of(
          other.tenant(), () -> export(new Patient(other, patient.id())), 404, "PATIENT_NOT_FOUND");
      Refusal.of(
          partner.tenant(),
          () -> export(new Patient(partner, UUID.randomUUID())),
          404,
          "PATIENT_NOT_FOUND");
      partner.request().delete(patient.path("")).then().statusCode(202);
      export(patient).then().statusCode(404).body("code", equalTo("PATIENT_NOT_FOUND"));
      assertThat(plans.asked()).isEmpty();
    }
  }

  private void isIncomplete(Patient patient, ServiceName service) {
    Refusal.of(partner.tenant(), () -> export(patient), 503, "EXPORT_INCOMPLETE")
        .header("Retry-After", equalTo("1"))
        .body("detail", startsWith(service.processName() + " could not give"))
        .body("detail", containsString("Try again"));
  }

  private Patient assessed() {
    Patient patient =
        new Patient(
            partner,
            UUID.fromString(
                partner
                    .request()
                    .body(
                        Requests.patient()
                            .put("externalId", "clinic-" + UUID.randomUUID())
                            .toString())
                    .post("/v1/patients")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("patientId")));
    patient.clear("*").then().statusCode(200);
    partner
        .request()
        .body(Requests.assessment().toString())
        .post(patient.path("/assessments"))
        .then()
        .statusCode(201);
    return patient;
  }

  private static Response export(Patient patient) {
    return patient.partner().request().get(patient.path("/export"));
  }

  private static String plans(UUID patient) {
    return """
    {"service": "plan-service", "patientId": "%s", "exportedAt": "2026-11-22T07:00:00Z",
     "tables": [{"name": "notes", "about": "A note.", "columns": ["id", "words"],
                 "rows": [{"id": 1, "words": "=1+1"}, {"id": 2, "words": "so, so"}]}],
     "leftOut": [{"name": "drafts", "because": "Never kept."}]}
    """
        .formatted(patient);
  }

  private static JsonNode rows(JsonNode part, String name) {
    for (JsonNode table : part.path("tables")) {
      if (table.path("name").asText().equals(name)) {
        return table.path("rows");
      }
    }
    throw new AssertionError("there is no table " + name);
  }

  private static Map<String, String> unzipped(byte[] archive) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
