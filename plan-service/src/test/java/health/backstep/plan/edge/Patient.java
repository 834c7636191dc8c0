package health.backstep.plan.edge;

import health.backstep.backbone.event.EventEnvelope;
import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Wire;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.UUID;

/** A patient as the other services would tell of one, each source counting its own sequence. */
public final class Patient {

  static final String PROFILE = "pt.profile.events.v1";
  static final String SESSION = "pt.session.events.v1";

  private final Partner partner;
  private final UUID id;
  private long profileSequence;
  private long sessionSequence;

  public Patient(Partner partner) {
    this(partner, Uuid7.next());
  }

  private Patient(Partner partner, UUID id) {
    this.partner = partner;
    this.id = id;
  }

  /** The same pseudonym under another partner's name, of whom nothing has been told yet. */
  Patient asToldBy(Partner other) {
    return new Patient(other, id);
  }

  public UUID id() {
    return id;
  }

  /** A patient with an active plan in version 1. */
  public static Patient withPlan(Partner partner) {
    Patient patient = new Patient(partner);
    patient.recorded();
    patient.cleared();
    patient.planAfter(patient.assessed());
    return patient;
  }

  public EventEnvelope recorded() {
    return profile(
        "patient-recorded",
        """
        "ageBand": "FROM_20_TO_50", "timeZone": "Europe/Berlin", "equipment": [],
        "minutesPerSession": 15, "sessionsPerWeek": 3
        """);
  }

  public EventEnvelope cleared() {
    return profile(
        "clearance-changed", "\"status\": \"CLEARED\", \"loading\": false, \"validUntil\": null");
  }

  public EventEnvelope clearedUntil(Instant end) {
    return profile(
        "clearance-changed",
        "\"status\": \"CLEARED\", \"loading\": false, \"validUntil\": \"" + end + "\"");
  }

  public EventEnvelope assessed() {
    return profile("assessment-completed", assessment("FIT", ""));
  }

  public EventEnvelope assessedInAnEmergency() {
    return profile("assessment-completed", assessment("EMERGENCY", "\"RF-EMERGENCY\""));
  }

  public EventEnvelope flare(String severity, String... provoking) {
    return flare(Uuid7.next(), severity, provoking);
  }

  public EventEnvelope flare(UUID flareId, String severity, String... provoking) {
    return session(
        "pain-flare-reported",
        """
        "flareId": "%s", "episode": "OPENED", "severity": "%s", "origin": "SESSION",
        "at": "2026-11-20T10:00:00Z", "pain": 6, "rise": 3, "radiating": false,
        "provoking": ["%s"], "reasons": ["FL-3"], "planVersion": null, "sessionId": null
        """
            .formatted(flareId, severity, String.join("\", \"", provoking)));
  }

  public EventEnvelope settled(UUID flareId) {
    return session(
        "pain-flare-settled",
        "\"flareId\": \"%s\", \"settledAt\": \"2026-11-20T18:00:00Z\"".formatted(flareId));
  }

  public EventEnvelope redFlag() {
    return session(
        "red-flag-raised",
        """
        "raisedAt": "2026-11-20T10:00:00Z", "urgency": "EMERGENCY", "origin": "SESSION",
        "flags": ["SADDLE_NUMBNESS"]
        """);
  }

  /** A session that ended at that time, ten minutes after it began. */
  public EventEnvelope trained(UUID sessionId, Instant endedAt) {
    return session(
        "session-recorded",
        """
        "sessionId": "%s", "planVersion": 1, "startedAt": "%s", "endedAt": "%s",
        "painBefore": 2, "painAfter": 2, "outcome": "GREEN", "donePercent": 100, "exercises": [],
        "reasons": ["PM-GREEN"], "soreExercises": []
        """
            .formatted(sessionId, endedAt.minusSeconds(600), endedAt));
  }

  /** What the patient said after a session. */
  public EventEnvelope checkedIn(UUID sessionId, Instant at, boolean aching) {
    return session(
        "check-in-recorded",
        """
        "checkInId": "%s", "sessionId": "%s", "at": "%s", "pain": 2,
        "soreness": {"present": %s, "quality": null, "location": null}
        """
            .formatted(Uuid7.next(), sessionId, at, aching));
  }

  /** What is due, once the event has been taken in. */
  public ValidatableResponse dueAfter(EventEnvelope event) {
    planAfter(event);
    return partner.request().get("/v1/patients/" + id + "/due").then().statusCode(200);
  }

  /** A session that is made but not sent. */
  EventEnvelope unsentSession(long sequence, Instant endedAt) {
    return Wire.event(
        "/session-service",
        "pt.session.session-recorded.v1",
        partner.tenant(),
        id,
        sequence,
        """
        {"patientId": "%s", "sessionId": "%s", "planVersion": 1, "startedAt": "%s",
         "endedAt": "%s", "painBefore": 2, "painAfter": 2, "outcome": "GREEN", "donePercent": 100,
         "exercises": [], "reasons": ["PM-GREEN"], "soreExercises": []}
        """
            .formatted(id, Uuid7.next(), endedAt.minusSeconds(600), endedAt));
  }

  /** An event that is made but not sent. */
  public EventEnvelope unsentFlare(long sequence, String severity, String... provoking) {
    return Wire.event(
        "/session-service",
        "pt.session.pain-flare-reported.v1",
        partner.tenant(),
        id,
        sequence,
        """
        {"patientId": "%s", "flareId": "%s", "episode": "OPENED", "severity": "%s",
         "origin": "SESSION", "at": "2026-11-20T10:00:00Z", "pain": 6, "rise": 3,
         "radiating": false, "provoking": ["%s"], "reasons": ["FL-3"], "planVersion": null,
         "sessionId": null}
        """
            .formatted(id, Uuid7.next(), severity, String.join("\", \"", provoking)));
  }

  /** The plan, once it has taken the event in. */
  public ValidatableResponse planAfter(EventEnvelope event) {
    return partner
        .request()
        .get("/v1/patients/" + id + "/plan?after=" + event.id() + "&wait=PT10S")
        .then()
        .statusCode(200);
  }

  private EventEnvelope profile(String kind, String fields) {
    return send(
        PROFILE, "/profile-service", "pt.profile." + kind + ".v1", ++profileSequence, fields);
  }

  private EventEnvelope session(String kind, String fields) {
    return send(
        SESSION, "/session-service", "pt.session." + kind + ".v1", ++sessionSequence, fields);
  }

  private EventEnvelope send(
      String topic, String source, String type, long sequence, String fields) {
    String json = "{\"patientId\": \"" + id + "\", " + fields + "}";
    EventEnvelope event = Wire.event(source, type, partner.tenant(), id, sequence, json);
    Wire.send(topic, event);
    return event;
  }

  private static String assessment(String outcome, String rules) {
    return """
        "assessmentId": "01936d3f-0000-7000-8000-000000000001",
        "assessedAt": "2026-11-20T08:00:00Z",
        "pain": {"now": 4, "average7d": 4, "worst24h": 6, "location": "LOW_BACK", "quality": "DULL"},
        "triage": {"outcome": "%s", "rules": [%s]},
        "classification": {"acuity": "SUBACUTE", "irritability": "MODERATE", "bias": "EXTENSION",
          "biasConfidence": "HIGH", "forbiddenDirections": [], "stage": "CONTROL",
          "riskGroup": "LOW", "odiPercent": 22},
        "painSource": "MUSCULAR", "adequateRest": true, "activityBefore": "MODERATE"
        """
        .formatted(outcome, rules);
  }
}
