package health.backstep.profile.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import health.backstep.backbone.testing.AtOnce;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Refusal;
import health.backstep.backbone.testing.Stored;
import health.backstep.backbone.testing.Wire;
import health.backstep.contracts.EventSchemas;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What partners can do in a sandbox, and nobody outside of one. */
@ProfileComponentTest
class SandboxTest {

  private static final String CLOCK = "/v1/sandbox/clock";
  private static final String EXAMPLES = "/v1/sandbox/examples";

  private static final Partner SANDBOX = new Partner("sandbox");
  private static final Partner CLINIC = new Partner("sandbox-clinic");

  @Test
  void aClockThatIsPutForwardIsToldAndStandsThere() {
    Patient patient = Patient.cleared(SANDBOX);
    Instant later = inDays(28);

    String event =
        set(patient, later)
            .then()
            .statusCode(200)
            .body("patientId", equalTo(patient.id().toString()))
            .body("now", equalTo(later.toString()))
            .extract()
            .path("eventId");

    SANDBOX
        .request()
        .get(CLOCK + "?wait=PT5S&patientId=" + patient.id() + "&after=" + event)
        .then()
        .statusCode(200)
        .body("now", equalTo(later.toString()))
        .body("eventId", equalTo(event));
    Wire.Seen told = patient.published(3).getLast();
    assertThat(told.type()).isEqualTo("pt.profile.test-clock-set.v1");
    assertThat(told.headers()).containsEntry("ce_id", event);
    assertThat(EventSchemas.faults(told.type(), told.payload())).isEmpty();
  }

  @Test
  void whatHappensThenHasTheTimeOfTheTestClock() {
    Patient patient = Patient.cleared(SANDBOX);
    Instant later = inDays(28);
    refuse(assess(patient, later), "/assessedAt", "TIME_IN_FUTURE");
    set(patient, later).then().statusCode(200);

    assess(patient, later).then().statusCode(201);

    refuse(assess(patient, later.plus(1, ChronoUnit.HOURS)), "/assessedAt", "TIME_IN_FUTURE");
    Wire.Seen assessed = patient.published(4).getLast();
    assertThat(assessed.type()).isEqualTo("pt.profile.assessment-completed.v1");
    assertThat(assessed.headers()).containsEntry("ce_time", later.toString());
  }

  @Test
  void aClockOnlyGoesForwardAndNotForEver() {
    Patient patient = Patient.of(SANDBOX);

    refuse(set(patient, inDays(-1)), "/now", "CLOCK_BACKWARDS");
    set(patient, inDays(2)).then().statusCode(200);
    refuse(set(patient, inDays(1)), "/now", "CLOCK_BACKWARDS");
    refuse(set(patient, inDays(4000)), "/now", "CLOCK_TOO_FAR");
    set(patient, inDays(3)).then().statusCode(200);
  }

  @Test
  void twoPatientsHaveTwoClocks() {
    Patient patient = Patient.of(SANDBOX);
    Patient other = Patient.of(SANDBOX);
    set(patient, inDays(28)).then().statusCode(200);

    refuse(assess(other, inDays(28)), "/assessedAt", "TIME_IN_FUTURE");
    SANDBOX
        .request()
        .get(CLOCK + "?patientId=" + other.id())
        .then()
        .statusCode(404)
        .body("code", equalTo("TEST_CLOCK_NOT_SET"));
  }

  @Test
  void outsideOfASandboxTheRoutesAreNotThere() {
    Patient patient = Patient.of(CLINIC);
    String body = body(patient, inDays(28));

    refused(() -> CLINIC.request().body(body).post(CLOCK));
    refused(() -> CLINIC.request().get(CLOCK + "?patientId=" + patient.id()));
    refused(() -> CLINIC.request().post(EXAMPLES));
    Refusal.of(
        CLINIC.tenant(), () -> CLINIC.request().get("/v1/sandbox/nothing"), 404, "NOT_FOUND");
  }

  @Test
  void anotherTenantsPatientHasNoClockInTheSandbox() {
    Patient patient = Patient.of(CLINIC);

    Refusal.of(CLINIC.tenant(), () -> set(patient, inDays(28)), 404, "PATIENT_NOT_FOUND");
  }

  @Test
  void aClockThatGotIntoTheDatabaseSomehowIsNotLookedAtOutsideOfASandbox() {
    Patient patient = Patient.cleared(CLINIC);
    Stored.alter(
        "insert into patient_clock values ('%s', '%s', now() + interval '30 days', '%2$s')"
            .formatted(CLINIC.tenant(), patient.id()));

    Response assessed =
        CLINIC
            .request()
            .body(Requests.assessment().put("assessedAt", inDays(28).toString()).toString())
            .post(patient.path("/assessments"));

    refuse(assessed, "/assessedAt", "TIME_IN_FUTURE");
  }

  @Test
  void eachExampleIsClassifiedAsItsNameSays() {
    List<Map<String, String>> examples =
        SANDBOX.request().post(EXAMPLES).then().statusCode(200).extract().path("items");

    assertThat(examples)
        .hasSize(15)
        .extracting(example -> example.get("externalId"))
        .doesNotHaveDuplicates();
    for (Map<String, String> example : examples) {
      Map<String, Object> assessment =
          SANDBOX
              .request()
              .get("/v1/patients/" + example.get("patientId") + "/assessments")
              .then()
              .statusCode(200)
              .extract()
              .path("items[0]");
      Map<?, ?> found = (Map<?, ?>) assessment.get("classification");
      String name = "example-" + found.get("stage") + "-" + found.get("bias");
      assertThat(name.toLowerCase(Locale.ROOT).replace('_', '-'))
          .isEqualTo(example.get("externalId"));
      assertThat(example)
          .containsEntry("stage", (String) found.get("stage"))
          .containsEntry("bias", (String) found.get("bias"))
          .containsEntry("eventId", (String) assessment.get("eventId"));
      assertThat(((Map<?, ?>) assessment.get("triage")).get("outcome")).isEqualTo("FIT");
    }
  }

  @Test
  void examplesAreMadeOnceHoweverOftenTheyAreAskedFor() {
    List<String> answers =
        AtOnce.run(
            3, () -> SANDBOX.request().post(EXAMPLES).then().statusCode(200).extract().asString());
    Map<String, String> stored = Stored.of(SANDBOX.tenant());

    assertThat(answers).allMatch(answers.getFirst()::equals);
    assertThat(SANDBOX.request().post(EXAMPLES).asString()).isEqualTo(answers.getFirst());
    assertThat(Stored.of(SANDBOX.tenant())).isEqualTo(stored);
  }

  private static Response set(Patient patient, Instant now) {
    return SANDBOX.request().body(body(patient, now)).post(CLOCK);
  }

  private static String body(Patient patient, Instant now) {
    return "{\"patientId\": \"%s\", \"now\": \"%s\"}".formatted(patient.id(), now);
  }

  private static Response assess(Patient patient, Instant at) {
    return SANDBOX
        .request()
        .body(Requests.assessment().put("assessedAt", at.toString()).toString())
        .post(patient.path("/assessments"));
  }

  private static void refuse(Response answer, String pointer, String code) {
    answer
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo(pointer))
        .body("errors[0].code", equalTo(code));
  }

  private static void refused(Supplier<Response> request) {
    Refusal.of(CLINIC.tenant(), request, 404, "NOT_FOUND");
  }

  private static Instant inDays(int days) {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(days, ChronoUnit.DAYS);
  }
}
