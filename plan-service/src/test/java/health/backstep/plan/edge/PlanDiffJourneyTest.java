package health.backstep.plan.edge;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.testing.Partner;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a partner reads about the difference between two plan versions. */
@PlanComponentTest
class PlanDiffJourneyTest {

  private final Partner partner = new Partner("north-clinic");

  @Test
  void aStepBackIsToldInSentencesThatNameTheirRules() {
    Patient patient = Patient.withPlan(partner);
    patient.planAfter(patient.flare("MODERATE", "bridge"));

    diff(patient, "2/diff")
        .statusCode(200)
        .body("patientId", equalTo(patient.id().toString()))
        .body("from", equalTo(1))
        .body("to", equalTo(2))
        .body(
            "sentences.text",
            hasItems("The plan takes a step back for now.", "Bridge is not part of the plan now."))
        .body("sentences.find { it.exerciseId == 'bridge' }.rules.rule", hasItem("RG-MODERATE"))
        .body("sentences.find { it.exerciseId == 'bridge' }.rules[0].evidence", equalTo("design"))
        .body("sentences.rules", everyItem(hasSize(greaterThan(0))))
        .body("items.find { it.exerciseId == 'bridge' }.change", equalTo("REMOVED"))
        .body("items.find { it.exerciseId == 'bridge' }.before.level", greaterThan(0));
  }

  @Test
  void aSettledFlareLeavesNoDifferenceToThePlanBeforeIt() {
    Patient patient = Patient.withPlan(partner);
    UUID flareId = Uuid7.next();
    patient.planAfter(patient.flare(flareId, "MILD", "bridge"));
    patient.planAfter(patient.settled(flareId));

    diff(patient, "3/diff?against=1")
        .body("sentences.text", contains("Nothing has changed."))
        .body("items", hasSize(0))
        .body("unchanged", greaterThan(0));
    diff(patient, "1/diff?against=2").body("from", equalTo(2)).body("to", equalTo(1));
  }

  @Test
  void theFirstVersionIsNewAsAWhole() {
    Patient patient = Patient.withPlan(partner);

    diff(patient, "1/diff")
        .body("from", equalTo(0))
        .body("sentences", hasSize(1))
        .body("sentences[0].rules.rule", hasItem("RE-1"))
        .body("items.change", everyItem(equalTo("ADDED")));
  }

  @ParameterizedTest(name = "{0} answers {1}")
  @CsvSource({
    "9/diff, 404, PLAN_VERSION_NOT_FOUND",
    "0/diff, 404, PLAN_VERSION_NOT_FOUND",
    "1/diff?against=9, 404, PLAN_VERSION_NOT_FOUND",
    "1/diff?against=-1, 404, PLAN_VERSION_NOT_FOUND",
    "1/diff?against=soon, 400, INVALID_REQUEST",
    "1/diff?against=99999999999, 400, INVALID_REQUEST",
  })
  void versionsThatNeverWereAndNonsenseAreRefused(String path, int status, String code) {
    Patient patient = Patient.withPlan(partner);

    diff(patient, path).statusCode(status).body("code", equalTo(code));
  }

  @Test
  void anotherTenantsPatientIsNotThere() {
    Patient patient = Patient.withPlan(partner);

    new Partner("south-clinic")
        .request()
        .get("/v1/patients/" + patient.id() + "/plan/versions/1/diff")
        .then()
        .statusCode(404)
        .body("code", equalTo("PATIENT_NOT_FOUND"));
  }

  private ValidatableResponse diff(Patient patient, String path) {
    return partner.request().get("/v1/patients/" + patient.id() + "/plan/versions/" + path).then();
  }
}
