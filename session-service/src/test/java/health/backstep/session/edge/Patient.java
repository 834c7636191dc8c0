package health.backstep.session.edge;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.backstep.backbone.event.EventEnvelope;
import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Wire;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A patient as the other services have told of one, with plan version 1 (bridge at level 2,
 * baseline pain 3).
 */
final class Patient {

  private final Partner partner;
  private final UUID id;
  private long profileSequence;
  private long planSequence;

  private Patient(Partner partner, UUID id) {
    this.partner = partner;
    this.id = id;
  }

  /** The same pseudonym under another partner's name, of whom nothing has been told yet. */
  Patient asToldBy(Partner other) {
    return new Patient(other, id);
  }

  static Patient withPlan(Partner partner) {
    Patient patient = new Patient(partner, Uuid7.next());
    patient.assessed();
    patient.planned(1);
    await().atMost(Duration.ofSeconds(60)).until(patient::isKnown);
    return patient;
  }

  UUID id() {
    return id;
  }

  /**
   * Puts the test clock forward, as profile-service would tell of it.
   *
   * @return the event's id
   */
  UUID clock(Instant now) {
    return profile("test-clock-set", "\"now\": \"" + now + "\"");
  }

  void assessed() {
    profile("patient-recorded", "\"timeZone\": \"Europe/Berlin\"");
    assessed(3);
  }

  void assessed(int average7d) {
    profile(
        "assessment-completed",
        "\"assessedAt\": \"2026-11-01T08:00:00Z\", \"pain\": {\"average7d\": %d}"
            .formatted(average7d));
  }

  void planned(int version) {
    Wire.send(
        "pt.plan.events.v1",
        Wire.event(
            "/plan-service",
            "pt.plan.plan-generated.v1",
            partner.tenant(),
            id,
            ++planSequence,
            """
            {"patientId": "%s", "planVersion": %d, "status": "ACTIVE", "items": [
              {"exerciseId": "bridge", "level": 2, "sets": 2, "reps": 8, "secondsPerRep": 4}]}
            """
                .formatted(id, version)));
  }

  /** A version with a bridge before the warm-up, so that order alone would not tell the blocks. */
  void plannedWithBlocks(int version) {
    Wire.send(
        "pt.plan.events.v1",
        Wire.event(
            "/plan-service",
            "pt.plan.plan-progressed.v1",
            partner.tenant(),
            id,
            ++planSequence,
            """
            {"patientId": "%s", "planVersion": %d, "status": "ACTIVE", "sessionsPerWeek": 4,
             "restUntil": null, "items": [
              {"exerciseId": "bridge", "level": 2, "sets": 2, "reps": 8, "secondsPerRep": 4,
               "block": "STRENGTH"},
              {"exerciseId": "cat-cow", "level": 1, "sets": 1, "reps": 6, "secondsPerRep": 6,
               "block": "WARM_UP"}]}
            """
                .formatted(id, version)));
  }

  ValidatableResponse post(String path, ObjectNode body) {
    return partner.request().body(body.toString()).post("/v1/patients/" + id + path).then();
  }

  ValidatableResponse get(String path) {
    return partner.request().get("/v1/patients/" + id + path).then().statusCode(200);
  }

  /**
   * A session of version 1 is refused for its times only, so version 1 and the patient are known.
   */
  private boolean isKnown() {
    ObjectNode impossible = Requests.greenSession();
    impossible.put("endedAt", "2026-11-19T07:00:00+01:00");
    return "ENDS_BEFORE_START".equals(post("/sessions", impossible).extract().path("code"))
        && get("/pain").extract().path("baseline") != null;
  }

  private UUID profile(String kind, String fields) {
    EventEnvelope event =
        Wire.event(
            "/profile-service",
            "pt.profile." + kind + ".v1",
            partner.tenant(),
            id,
            ++profileSequence,
            "{\"patientId\": \"" + id + "\", " + fields + "}");
    Wire.send("pt.profile.events.v1", event);
    return event.id();
  }
}
