package health.backstep.plan.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.oneOf;

import health.backstep.backbone.event.EventEnvelope;
import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.testing.AtOnce;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Wire;
import health.backstep.contracts.EventSchemas;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From the events of the other services to the plan that a partner reads. */
@PlanComponentTest
class PlanJourneyTest {

  private final Partner partner = new Partner("north-clinic");

  @Test
  void anAssessmentBecomesAnActivePlanWithReasons() {
    Patient patient = new Patient(partner);
    patient.recorded();
    patient.cleared();

    patient
        .planAfter(patient.assessed())
        .header("ETag", "\"1\"")
        .body("version", equalTo(1))
        .body("status", equalTo("ACTIVE"))
        .body("stage", equalTo("CONTROL"))
        .body("regressed", equalTo(false))
        .body("estimatedSeconds", greaterThan(300))
        .body("items.exerciseId", hasItem("bridge"))
        .body("items[0].instructions.what", notNullValue())
        .body("items[0].reasons.rule", hasItem("PL-STAGE"))
        .body("education.id", hasItem("stay-active"))
        .body("decisions.rule", hasItem("RE-1"))
        .body("digest.length()", equalTo(64));
  }

  @Test
  void aModerateFlareStepsThePlanBackAndSaysWhy() {
    Patient patient = Patient.withPlan(partner);
    EventEnvelope flare = patient.flare("MODERATE", "bridge");

    patient
        .planAfter(flare)
        .body("version", equalTo(2))
        .body("regressed", equalTo(true))
        .body("cause.eventId", equalTo(flare.id().toString()))
        .body("items.exerciseId", not(hasItem("bridge")))
        .body("decisions.rule", hasItem("RG-MODERATE"))
        .body("decisions.find { it.exerciseId == 'bridge' }.effect", equalTo("EXERCISE_SWAPPED"));
  }

  @Test
  void aSettledFlareBringsThePlanBack() {
    Patient patient = Patient.withPlan(partner);
    UUID flareId = Uuid7.next();
    patient.flare(flareId, "MILD", "bridge");

    patient
        .planAfter(patient.settled(flareId))
        .body("version", equalTo(3))
        .body("kind", equalTo("RESTORED"))
        .body("regressed", equalTo(false));
  }

  @Test
  void aRedFlagSuspendsThePlanUntilNewClearance() {
    Patient patient = Patient.withPlan(partner);

    patient
        .planAfter(patient.redFlag())
        .body("status", equalTo("SUSPENDED"))
        .body("items", empty())
        .body("decisions.rule", contains("RF-EMERGENCY"));
    patient.planAfter(patient.cleared()).body("status", equalTo("ACTIVE"));
  }

  @Test
  void aClearanceThatRunsOutClosesThePlanWithoutAnyEvent() {
    Patient patient = Patient.withPlan(partner);
    Instant end = Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.MILLIS).plusNanos(400);
    patient.planAfter(patient.clearedUntil(end)).body("status", equalTo("ACTIVE"));

    await().until(() -> Instant.now().isAfter(end));

    for (int read = 1; read <= 2; read++) {
      partner
          .request()
          .get("/v1/patients/" + patient.id() + "/plan")
          .then()
          .body("version", equalTo(2))
          .body("status", equalTo("WITHHELD"))
          .body("items", empty())
          .body("decisions.rule", contains("CL-1"));
    }
  }

  @Test
  void anEmergencyInTheAssessmentGivesNoExercises() {
    Patient patient = new Patient(partner);
    patient.recorded();
    patient.cleared();

    patient
        .planAfter(patient.assessedInAnEmergency())
        .body("status", equalTo("SUSPENDED"))
        .body("items", empty());
  }

  @Test
  void aDuplicateFlareStepsBackOnlyOnce() {
    Patient patient = Patient.withPlan(partner);
    EventEnvelope flare = patient.flare("MILD", "bridge");
    patient.planAfter(flare);

    Wire.send(Patient.SESSION, flare);

    patient.planAfter(patient.redFlag()).body("version", equalTo(3));
  }

  @Test
  void anEarlyFlareWaitsForItsPredecessor() {
    Patient patient = Patient.withPlan(partner);
    EventEnvelope second = patient.unsentFlare(2, "SEVERE");
    Wire.send(Patient.SESSION, second);
    EventEnvelope first = patient.flare("MILD", "bridge");

    patient
        .planAfter(second)
        .body("version", equalTo(3))
        .body("decisions.rule", hasItem("RG-SEVERE"));
    assertThat(versionCauses(patient))
        .containsSubsequence(second.id().toString(), first.id().toString());
  }

  @Test
  void everyPublishedEventFitsTheContractAndCarriesItsCause() {
    Patient patient = Patient.withPlan(partner);
    EventEnvelope flare = patient.flare("MODERATE", "bridge");
    patient.planAfter(flare);

    List<Wire.Seen> events =
        await().until(() -> Wire.on("pt.plan.events.v1", patient.id()), found -> found.size() == 2);
    assertThat(events)
        .extracting(Wire.Seen::type)
        .containsExactly("pt.plan.plan-generated.v1", "pt.plan.plan-regressed.v1");
    assertThat(events).extracting(Wire.Seen::sequence).containsExactly(1L, 2L);
    assertThat(events.getLast().headers())
        .containsEntry("ce_causationid", flare.id().toString())
        .containsEntry("ce_correlationid", flare.cause().correlationId().toString());
    List<Wire.Seen> states =
        await().until(() -> Wire.on("pt.plan.state.v1", patient.id()), found -> found.size() == 2);
    assertThat(states).extracting(Wire.Seen::sequence).containsExactly(1L, 2L);
    assertThat(events)
        .allSatisfy(e -> assertThat(EventSchemas.faults(e.type(), e.payload())).isEmpty());
    assertThat(events).allSatisfy(e -> assertThat(e.json()).contains("\"block\":\"WARM_UP\""));
    assertThat(states)
        .allSatisfy(e -> assertThat(EventSchemas.faults(e.type(), e.payload())).isEmpty());
  }

  @Test
  void anotherTenantSeesNothing() {
    Patient patient = Patient.withPlan(partner);

    new Partner("south-clinic")
        .request()
        .get("/v1/patients/" + patient.id() + "/plan")
        .then()
        .statusCode(404)
        .body("code", equalTo("PATIENT_NOT_FOUND"));
  }

  @Test
  void anEventThatNeverComesIsNotWaitedForLongerThanAsked() {
    Patient patient = Patient.withPlan(partner);

    partner
        .request()
        .get("/v1/patients/" + patient.id() + "/plan?after=" + UUID.randomUUID() + "&wait=PT0.3S")
        .then()
        .statusCode(202)
        .body("applied", equalTo(false));
  }

  @Test
  void afterAThirdFlareOnlyAClinicianOpensThePlanAgain() {
    Patient patient = Patient.withPlan(partner);
    for (int flare = 1; flare <= 2; flare++) {
      UUID flareId = Uuid7.next();
      patient.flare(flareId, "MILD");
      patient.settled(flareId);
    }
    patient.planAfter(patient.flare("MILD")).body("status", equalTo("IN_REVIEW"));

    partner
        .request()
        .body("{\"decision\": \"RESUME\", \"by\": \"Dr. Rivera\", \"words\": \"Go on gently.\"}")
        .post("/v1/patients/" + patient.id() + "/plan/reviews")
        .then()
        .statusCode(201)
        .body("status", equalTo("ACTIVE"))
        .body("decisions[0].rule", equalTo("RV-1"))
        .body("decisions[0].text", equalTo("Dr. Rivera: Go on gently."));
  }

  @Test
  void aClinicianEditsAPlanWithinTheRules() {
    Patient patient = Patient.withPlan(partner);
    review(patient, "EDIT", "[{\"action\": \"REMOVE\", \"exerciseId\": \"bridge\"}]")
        .statusCode(201)
        .body("decisions[0].text", equalTo("Dr. Rivera: As we said."))
        .body("decisions[1].effect", equalTo("EXERCISE_REMOVED"))
        .body("items.exerciseId", not(hasItem("bridge")));

    review(
            patient,
            "EDIT",
            """
            [{"action": "ADD", "exerciseId": "deadlift", "level": 1},
             {"action": "SET_LEVEL", "exerciseId": "bridge", "level": 1}]
            """)
        .statusCode(422)
        .body("errors.pointer", contains("/edits/0/exerciseId", "/edits/1/exerciseId"))
        .body("errors.code", contains("EXERCISE_EXCLUDED", "EXERCISE_NOT_IN_PLAN"));
    review(patient, "EDIT", "[{\"action\": \"ADD\", \"exerciseId\": \"bridge\"}]")
        .statusCode(422)
        .body("errors.pointer", contains("/edits/0/level"));
    review(patient, "HOLD", "[{\"action\": \"REMOVE\", \"exerciseId\": \"bridge\"}]")
        .statusCode(422)
        .body("errors.code", contains("EDITS_NOT_EXPECTED"));
  }

  @Test
  void reviewsAtTheSameMomentFollowEachOther() {
    Patient patient = Patient.withPlan(partner);

    List<Integer> versions =
        AtOnce.run(
            8,
            () ->
                review(patient, "EDIT", "[{\"action\": \"REMOVE\", \"exerciseId\": \"bridge\"}]")
                    .statusCode(oneOf(201, 422))
                    .extract()
                    .statusCode());

    assertThat(versions).containsOnlyOnce(201);
  }

  @Test
  void holdsAtTheSameMomentAreAllAnswered() {
    Patient patient = Patient.withPlan(partner);

    assertThat(AtOnce.run(8, () -> review(patient, "HOLD", "null").extract().statusCode()))
        .containsOnly(201);
  }

  @Test
  void theCatalogueSaysWhoSaysWhat() {
    partner
        .request()
        .get("/v1/exercises/deadlift")
        .then()
        .statusCode(200)
        .body("stances.stance", hasItem("AVOID"));
    partner.request().get("/v1/exercises/flying").then().statusCode(404);
    partner
        .request()
        .get("/v1/rules/RG-MODERATE")
        .then()
        .body("thresholds.dosePercentLess", equalTo(30))
        .body("evidence", equalTo("design"));
  }

  private ValidatableResponse review(Patient patient, String decision, String edits) {
    return partner
        .request()
        .body(
            """
            {"decision": "%s", "by": "Dr. Rivera", "words": "As we said.", "edits": %s}
            """
                .formatted(decision, edits))
        .post("/v1/patients/" + patient.id() + "/plan/reviews")
        .then();
  }

  private List<String> versionCauses(Patient patient) {
    return partner
        .request()
        .get("/v1/patients/" + patient.id() + "/plan/versions")
        .then()
        .statusCode(200)
        .extract()
        .path("items.causeEventId");
  }
}
