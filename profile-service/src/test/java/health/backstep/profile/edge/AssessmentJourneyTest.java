package health.backstep.profile.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.backstep.backbone.testing.AtOnce;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Wire;
import health.backstep.contracts.EventSchemas;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From registration to the events that the other services live on. */
@ProfileComponentTest
class AssessmentJourneyTest {

  private static final String TOPIC = "pt.profile.events.v1";

  private final Partner partner = new Partner("north-clinic");

  @Test
  void anAssessmentIsTriagedClassifiedAndPublished() {
    UUID patient = register();
    clear(patient);

    String eventId =
        partner
            .request()
            .body(Requests.assessment().toString())
            .post("/v1/patients/" + patient + "/assessments")
            .then()
            .statusCode(201)
            .body("triage.outcome", equalTo("FIT"))
            .body("classification.acuity", equalTo("ACUTE"))
            .body("classification.irritability", equalTo("MODERATE"))
            .body("classification.bias", equalTo("EXTENSION"))
            .body("classification.biasConfidence", equalTo("HIGH"))
            .body("classification.stage", equalTo("CONTROL"))
            .body("classification.riskGroup", equalTo("LOW"))
            .extract()
            .path("eventId");

    List<Wire.Seen> events = published(patient, 3);
    assertThat(events)
        .extracting(Wire.Seen::type)
        .containsExactly(
            "pt.profile.patient-recorded.v1",
            "pt.profile.clearance-changed.v1",
            "pt.profile.assessment-completed.v1");
    assertThat(events).extracting(Wire.Seen::sequence).containsExactly(1L, 2L, 3L);
    assertThat(events.getLast().headers())
        .containsEntry("ce_id", eventId)
        .containsEntry("ce_source", "/profile-service")
        .containsEntry("ce_tenant", "north-clinic")
        .containsEntry("ce_subject", patient.toString());
  }

  @Test
  void everyPublishedEventFitsTheContract() {
    UUID patient = register();
    clear(patient);
    assess(patient, Requests.assessment());

    assertThat(published(patient, 3))
        .allSatisfy(
            event ->
                assertThat(EventSchemas.faults(event.type(), event.payload()))
                    .as(event.type())
                    .isEmpty());
  }

  @Test
  void anEmergencyAnswerWithdrawsClearanceInTheSameTransaction() {
    UUID patient = register();
    clear(patient);
    ObjectNode assessment = Requests.assessment();
    assessment.withObject("redFlags").put("saddleNumbness", true);

    partner
        .request()
        .body(assessment.toString())
        .post("/v1/patients/" + patient + "/assessments")
        .then()
        .statusCode(201)
        .body("triage.outcome", equalTo("EMERGENCY"))
        .body("triage.reasons.rule", hasItem("RF-EMERGENCY"));

    partner
        .request()
        .get("/v1/patients/" + patient + "/clearance")
        .then()
        .body("status", equalTo("WITHHELD"));
    assertThat(published(patient, 4).getLast().json()).contains("WITHHELD");
  }

  @Test
  void noEmergencyIsRefusedBecauseAnotherOneIsWithdrawingTheClearance() {
    UUID patient = register();
    clear(patient);
    ObjectNode assessment = Requests.assessment();
    assessment.withObject("redFlags").put("saddleNumbness", true);

    List<Integer> answers =
        AtOnce.run(
            24,
            () ->
                partner
                    .request()
                    .body(assessment.toString())
                    .post("/v1/patients/" + patient + "/assessments")
                    .statusCode());

    assertThat(answers).containsOnly(201);
  }

  @Test
  void withoutClearanceTheTriageAsksForIt() {
    UUID patient = register();

    partner
        .request()
        .body(Requests.assessment().toString())
        .post("/v1/patients/" + patient + "/assessments")
        .then()
        .statusCode(201)
        .body("triage.outcome", equalTo("NEEDS_CLEARANCE"))
        .body("triage.reasons.rule", contains("CL-1"));
  }

  @Test
  void aRedFlagFromASessionWithdrawsClearance() {
    UUID patient = register();
    clear(patient);

    Wire.send(
        "pt.session.events.v1",
        Wire.event(
            "/session-service",
            "pt.session.red-flag-raised.v1",
            partner.tenant(),
            patient,
            1,
            """
            {"patientId": "%s", "raisedAt": "2026-11-20T09:00:00Z", "urgency": "EMERGENCY",
             "origin": "SESSION", "flags": ["SADDLE_NUMBNESS"]}
            """
                .formatted(patient)));

    await()
        .untilAsserted(
            () ->
                partner
                    .request()
                    .get("/v1/patients/" + patient + "/clearance")
                    .then()
                    .body("status", equalTo("WITHHELD"))
                    .body("by", equalTo("rule RF-EMERGENCY")));
  }

  @Test
  void assessmentsAreListedNewestFirstInPages() {
    UUID patient = register();
    clear(patient);
    String first = assess(patient, Requests.assessment());
    String second = assess(patient, Requests.assessment());

    String cursor =
        partner
            .request()
            .get("/v1/patients/" + patient + "/assessments?limit=1")
            .then()
            .body("items.assessmentId", contains(second))
            .extract()
            .path("nextCursor");

    partner
        .request()
        .get("/v1/patients/" + patient + "/assessments?limit=1&cursor=" + cursor)
        .then()
        .body("items.assessmentId", contains(first))
        .body("nextCursor", nullValue());
  }

  private UUID register() {
    return UUID.fromString(
        partner
            .request()
            .body(Requests.patient().toString())
            .post("/v1/patients")
            .then()
            .statusCode(201)
            .extract()
            .path("patientId"));
  }

  private void clear(UUID patient) {
    partner
        .request()
        .body(Requests.clearance("CLEARED").toString())
        .put("/v1/patients/" + patient + "/clearance")
        .then()
        .statusCode(200);
  }

  private String assess(UUID patient, ObjectNode assessment) {
    return partner
        .request()
        .body(assessment.toString())
        .post("/v1/patients/" + patient + "/assessments")
        .then()
        .statusCode(201)
        .extract()
        .path("assessmentId");
  }

  private static List<Wire.Seen> published(UUID patient, int count) {
    return await().until(() -> Wire.on(TOPIC, patient), events -> events.size() >= count);
  }
}
