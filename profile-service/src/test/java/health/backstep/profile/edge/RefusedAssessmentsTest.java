package health.backstep.profile.edge;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Refusal;
import io.restassured.response.Response;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An assessment decides about safety, so nothing in it is guessed. */
@ProfileComponentTest
class RefusedAssessmentsTest {

  private static final Partner PARTNER = new Partner("refused-assessments");

  private Patient patient;

  @BeforeEach
  void aPatient() {
    patient = Patient.of(PARTNER);
  }

  static Stream<String> safetyQuestions() {
    List<String> questions =
        Requests.assessment().get("redFlags").propertyStream().map(q -> q.getKey()).toList();
    org.assertj.core.api.Assertions.assertThat(questions).hasSize(13);
    return questions.stream();
  }

  @ParameterizedTest
  @MethodSource("safetyQuestions")
  void aSafetyQuestionLeftOutIsNeverANo(String question) {
    ObjectNode assessment = Requests.assessment();
    assessment.withObject("redFlags").remove(question);

    refused(assessment, 422, "INVALID_REQUEST", "/redFlags/" + question, "REQUIRED");
  }

  @ParameterizedTest
  @MethodSource("safetyQuestions")
  void aSafetyQuestionAnsweredWithNullIsNeverANo(String question) {
    ObjectNode assessment = Requests.assessment();
    assessment.withObject("redFlags").putNull(question);

    refused(assessment, 422, "INVALID_REQUEST", "/redFlags/" + question, "REQUIRED");
  }

  @ParameterizedTest
  @MethodSource("safetyQuestions")
  void aSafetyQuestionAnsweredWithANumberIsNeverANo(String question) {
    ObjectNode assessment = Requests.assessment();
    assessment.withObject("redFlags").put(question, 0);

    String code = question.equals("legWeakness") ? "UNKNOWN_VALUE" : "WRONG_TYPE";
    refused(assessment, 400, code, "/redFlags/" + question, code);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "/pain/now | 11 | OUT_OF_RANGE",
        "/pain/now | -1 | OUT_OF_RANGE",
        "/pain/now | null | REQUIRED",
        "/pain/average7d | 11 | OUT_OF_RANGE",
        "/pain/worst24h | 11 | OUT_OF_RANGE",
        "/pain/onset | null | REQUIRED",
        "/pain | null | REQUIRED",
        "/redFlags | null | REQUIRED",
        "/adequateRest | null | REQUIRED",
        "/questionnaires/odi | [1,1,2,1,1,0,1,1,2] | OUT_OF_RANGE",
        "/questionnaires/startBack/total | 10 | OUT_OF_RANGE",
        "/questionnaires/rmdq | [true, false, null] | OUT_OF_RANGE",
        "/questionnaires/psfs | [] | OUT_OF_RANGE",
        "/questionnaires/psfs | [1, 2, 3, 4, 5, 6] | OUT_OF_RANGE",
        "/questionnaires/fabqPhysicalActivity | [1, 2, 3] | OUT_OF_RANGE",
        "/questionnaires/pseq | [1, 2, 3] | OUT_OF_RANGE",
      })
  void aValueOutOfRangeIs422(String pointer, String value, String fieldCode) {
    refused(bent(pointer, value), 422, "INVALID_REQUEST", pointer, fieldCode);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "/pain/now | \"4\" | WRONG_TYPE",
        "/pain/now | 4.5 | WRONG_TYPE",
        "/pain/location | \"KNEE\" | UNKNOWN_VALUE",
        "/pain/onset | 20000 | WRONG_TYPE",
        "/pain/onset | [2026, 10, 25] | WRONG_TYPE",
        "/pain/onset | \"\" | WRONG_TYPE",
        "/pain/onset | \"25.10.2026\" | WRONG_TYPE",
        "/assessedAt | 1764000000 | WRONG_TYPE",
        "/assessedAt | \"2026-11-20T09:00:00\" | WRONG_TYPE",
        "/assessedAt | \"-999999999-01-01T00:00:00-18:00\" | WRONG_TYPE",
        "/assessedAt | \"-4714-01-01T00:00:00Z\" | WRONG_TYPE",
        "/pain/onset | \"+10000-01-01\" | WRONG_TYPE",
        "/adequateRest | \"true\" | WRONG_TYPE",
        "/adequateRest | 1 | WRONG_TYPE",
        "/pain/mood | 1 | UNKNOWN_FIELD",
        "/questionnaires/rmdq | 9 | WRONG_TYPE",
        "/questionnaires/psfs | {\"gardening\": 4} | WRONG_TYPE",
        "/questionnaires/eq5d | [1] | UNKNOWN_FIELD",
      })
  void aValueThatCannotBeReadIs400(String pointer, String value, String code) {
    refused(bent(pointer, value), 400, code, pointer, code);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "slowOnset, \"maybe\", WRONG_TYPE",
    "slowOnset, 1, WRONG_TYPE",
    "onsetBefore40, \"UNKNOWN\", WRONG_TYPE",
    "morningStiffness, true, UNKNOWN_FIELD",
  })
  void anAnswerAboutInflammationIsYesOrNoOrLeftOut(String question, String value, String code) {
    ObjectNode assessment = Requests.assessment();
    assessment.putObject("inflammatory").putRawValue(question, Requests.raw(value));

    refused(assessment, 400, code, "/inflammatory/" + question, code);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "/pain/location | WORKED_MUSCLE",
        "/pain/quality | BURNING",
        "/pain/nightPain | CONSTANT",
        "/pain/settling | OVER_24_HOURS",
        "/painSource | SKELETAL",
        "/activityBefore | SEDENTARY",
        "/redFlags/legWeakness | QUICKLY_WORSENING",
      })
  void aValueThatIsNotOnTheListIsAnsweredWithTheList(String pointer, String one) {
    Refusal.of(PARTNER.tenant(), () -> send(bent(pointer, "\"CHEST\"")), 400, "UNKNOWN_VALUE")
        .body("errors[0].pointer", equalTo(pointer))
        .body("errors[0].message", containsString(one));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "/pain/onset | \"2026-11-21\" | ONSET_AFTER_ASSESSMENT",
        "/pain/onset | \"1899-12-31\" | OUT_OF_RANGE",
        "/assessedAt | \"9999-12-31T23:59:59-18:00\" | TIME_IN_FUTURE",
        "/questionnaires/startBack/psychosocial | 4 | OUT_OF_RANGE",
      })
  void valuesThatContradictEachOtherOrTheClockAre422(String pointer, String value, String code) {
    refused(bent(pointer, value), 422, code, pointer, code);
  }

  @Test
  void aTimeMoreThanFiveMinutesAheadIsRefused() {
    ObjectNode assessment =
        Requests.assessment()
            .put("assessedAt", OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(6).toString());

    refused(assessment, 422, "TIME_IN_FUTURE", "/assessedAt", "TIME_IN_FUTURE");
  }

  @Test
  void aClockThatIsFourMinutesAheadIsForgiven() {
    ObjectNode assessment =
        Requests.assessment()
            .put("assessedAt", OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(4).toString());

    send(assessment).then().statusCode(201);
  }

  @Test
  void anOswestryItemOutOfRangeIsNamedByItsPlace() {
    ObjectNode assessment = bent("/questionnaires/odi", "[1,6,2,1,1,0,1,1,2,1]");

    refused(assessment, 422, "INVALID_REQUEST", "/questionnaires/odi/1", "OUT_OF_RANGE");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "/questionnaires/psfs | [4, 11] | /questionnaires/psfs/1 | OUT_OF_RANGE",
        "/questionnaires/psfs | [4, null] | /questionnaires/psfs/1 | REQUIRED",
        "/questionnaires/fabqPhysicalActivity | [0, 0, 7, 0] | /questionnaires/fabqPhysicalActivity/2 | OUT_OF_RANGE",
        "/questionnaires/pseq | [0, 0, 0, 0, 0, 0, 0, 0, 0, -1] | /questionnaires/pseq/9 | OUT_OF_RANGE",
      })
  void anItemOfAQuestionnaireIsNamedByItsPlace(
      String pointer, String value, String place, String code) {
    refused(bent(pointer, value), 422, "INVALID_REQUEST", place, code);
  }

  @Test
  void aMovementThatIsNotOnTheListIsNamedByItsPlace() {
    Refusal.of(
            PARTNER.tenant(),
            () -> send(bent("/aggravatedBy", "[\"BENDING\", \"COUGHING\"]")),
            400,
            "UNKNOWN_VALUE")
        .body("errors[0].pointer", equalTo("/aggravatedBy/1"))
        .body("errors[0].message", containsString("BENDING, SITTING"));
  }

  @Test
  void theSecondMovementTestIsNamedByItsPlace() {
    ObjectNode assessment = Requests.assessment();
    assessment
        .withArray("movementTests")
        .addObject()
        .put("direction", "FLEXION")
        .put("location", "NO_CHANGE")
        .put("intensity", "SAME");

    refused(assessment, 422, "INVALID_REQUEST", "/movementTests/1/lasting", "REQUIRED");
  }

  private static ObjectNode bent(String pointer, String value) {
    ObjectNode assessment = Requests.assessment();
    int end = pointer.lastIndexOf('/');
    ObjectNode parent = (ObjectNode) assessment.at(pointer.substring(0, end));
    parent.putRawValue(pointer.substring(end + 1), Requests.raw(value));
    return assessment;
  }

  private void refused(
      ObjectNode assessment, int status, String code, String pointer, String fieldCode) {
    Refusal.of(PARTNER.tenant(), () -> send(assessment), status, code)
        .body("errors", hasSize(1))
        .body("errors[0].pointer", equalTo(pointer))
        .body("errors[0].code", equalTo(fieldCode));
  }

  private Response send(ObjectNode assessment) {
    return PARTNER.request().body(assessment.toString()).post(patient.path("/assessments"));
  }
}
