package health.backstep.profile.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Refusal;
import health.backstep.backbone.testing.Wire;
import health.backstep.contracts.EventSchemas;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What questionnaires come to, and how scores move. */
@ProfileComponentTest
class OutcomesTest {

  private static final Partner PARTNER = new Partner("outcomes");

  private Patient patient;

  @BeforeEach
  void aPatient() {
    patient = Patient.cleared(PARTNER);
  }

  @Test
  void aPatientWhoWasNotAssessedHasNoOutcomes() {
    outcomes("").body("items", empty()).body("nextCursor", nullValue());
  }

  @Tag("OUT-1")
  @Test
  void scoresAreHeldToTheFirstAndThePreviousAssessment() {
    String first = assess("2026-09-01T09:00:00+02:00", 8);
    String second = assess("2026-10-01T09:00:00+02:00", 4);
    String third = assess("2026-11-01T09:00:00+01:00", 6);

    outcomes("")
        .body("items.assessmentId", contains(third, second, first))
        .body("items[0].scores[0].measure", equalTo("PAIN"))
        .body("items[0].scores[0].value", equalTo(6))
        .body("items[0].scores[0].scaleMaximum", equalTo(10))
        .body("items[0].scores[0].lessIsBetter", equalTo(true))
        .body("items[0].scores[0].sinceFirst.assessmentId", equalTo(first))
        .body("items[0].scores[0].sinceFirst.value", equalTo(8))
        .body("items[0].scores[0].sinceFirst.verdict", equalTo("IMPROVED"))
        .body("items[0].scores[0].sincePrevious.assessmentId", equalTo(second))
        .body("items[0].scores[0].sincePrevious.verdict", equalTo("WORSE"))
        .body("items[2].scores[0].sinceFirst", nullValue());
  }

  @Test
  void anAssessmentThatIsEnteredLateTakesItsPlaceInTime() {
    String november = assess("2026-11-01T09:00:00+01:00", 6);
    String october = assess("2026-10-01T09:00:00+02:00", 8);

    outcomes("")
        .body("items.assessmentId", contains(november, october))
        .body("items[0].scores[0].sinceFirst.verdict", equalTo("IMPROVED"));
  }

  @Test
  void theyComeInPages() {
    String first = assess("2026-09-01T09:00:00+02:00", 8);
    String second = assess("2026-10-01T09:00:00+02:00", 4);

    String cursor =
        outcomes("?limit=1")
            .body("items.assessmentId", contains(second))
            .extract()
            .path("nextCursor");
    outcomes("?limit=1&cursor=" + cursor)
        .body("items.assessmentId", contains(first))
        .body("nextCursor", nullValue());
  }

  @Test
  void aCursorOfAnotherListIsRefused() {
    Refusal.of(
        PARTNER.tenant(),
        () -> PARTNER.request().get(patient.path("/outcomes?cursor=AAAAAAAAAAAAAAAAAAAAAA")),
        400,
        "CURSOR_UNKNOWN");
  }

  @Tag("PROM")
  @Test
  void everyQuestionnaireIsScoredAndFearIsPublished() {
    ObjectNode assessment = Requests.assessment();
    ObjectNode questionnaires = assessment.withObject("questionnaires");
    for (int i = 0; i < 24; i++) {
      questionnaires.withArray("rmdq").add(i < 9);
    }
    questionnaires.putRawValue("psfs", Requests.raw("[3, 4, 4]"));
    questionnaires.putRawValue("fabqPhysicalActivity", Requests.raw("[4, 4, 4, 3]"));
    questionnaires.putRawValue("pseq", Requests.raw("[3, 3, 3, 3, 3, 3, 3, 3, 3, 4]"));

    PARTNER
        .request()
        .body(assessment.toString())
        .post(patient.path("/assessments"))
        .then()
        .statusCode(201)
        .body("classification.fear", equalTo("HIGH"))
        .body("classification.rules.id", hasItem("PROM"))
        .body(
            "scores.measure",
            contains("PAIN", "ODI", "RMDQ", "PSFS", "FABQ_PHYSICAL_ACTIVITY", "PSEQ"))
        .body("scores.value", contains(4, 22, 9, 3.7f, 15, 31));
    outcomes("").body("items[0].scores.value", contains(4, 22, 9, 3.7f, 15, 31));

    Wire.Seen event = patient.published(3).getLast();
    assertThat(event.json()).contains("\"fear\":\"HIGH\"");
    assertThat(EventSchemas.faults(event.type(), event.payload())).isEmpty();
  }

  @Tag("RF-INFLAMMATORY")
  @Test
  void painThatBehavesLikeInflammationGivesAdviceAndAPlan() {
    ObjectNode assessment = Requests.assessment();
    assessment.withObject("pain").put("onset", "2025-10-25");
    assessment
        .putObject("inflammatory")
        .put("slowOnset", true)
        .put("betterWithExercise", true)
        .put("notBetterWithRest", true)
        .putNull("nightPainEasesOnGettingUp");

    PARTNER
        .request()
        .body(assessment.toString())
        .post(patient.path("/assessments"))
        .then()
        .statusCode(201)
        .body("triage.outcome", equalTo("FIT"))
        .body("triage.inflammatoryPattern", equalTo("UNKNOWN"));
    assessment.withObject("inflammatory").put("onsetBefore40", true);
    assessment.withObject("pain").put("onset", "2025-07-25");
    PARTNER
        .request()
        .body(assessment.toString())
        .post(patient.path("/assessments"))
        .then()
        .statusCode(201)
        .body("triage.outcome", equalTo("FIT"))
        .body("triage.inflammatoryPattern", equalTo("YES"))
        .body("triage.reasons.rule", contains("RF-INFLAMMATORY"));
  }

  private ValidatableResponse outcomes(String query) {
    return PARTNER.request().get(patient.path("/outcomes" + query)).then().statusCode(200);
  }

  private String assess(String at, int pain) {
    ObjectNode assessment = Requests.assessment().put("assessedAt", at);
    assessment
        .withObject("pain")
        .put("onset", "2026-08-25")
        .put("now", pain)
        .put("average7d", pain);
    return PARTNER
        .request()
        .body(assessment.toString())
        .post(patient.path("/assessments"))
        .then()
        .statusCode(201)
        .extract()
        .path("assessmentId");
  }
}
