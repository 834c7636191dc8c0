package health.backstep.system;

import static health.backstep.system.Platform.to;
import static org.awaitility.Awaitility.await;

import health.backstep.stack.platform.ServiceName;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** A patient of the partner, driven only through the public API. */
final class Patient {

  private static final String ASSESSMENT =
      """
      {"assessedAt": "%1$s",
       "pain": {"now": %2$d, "average7d": %2$d, "worst24h": 6, "location": "LOW_BACK", "quality": "DULL",
                "onset": "2026-10-25", "nightPain": "NONE", "settling": "UP_TO_24_HOURS"},
       "painSource": "MUSCULAR", "adequateRest": true, "activityBefore": "LIGHT",
       "aggravatedBy": ["BENDING", "SITTING"], "relievedBy": ["WALKING", "LYING_PRONE"],
       "movementTests": [{"direction": "EXTENSION", "location": "CENTRALISED",
                          "intensity": "BETTER", "lasting": true}],
       "redFlags": {"saddleNumbness": %3$s, "bladderOrBowelChange": false, "legWeakness": "NONE",
         "cancerHistory": false, "unexplainedWeightLoss": false, "feverOrInfection": false,
         "intravenousDrugUse": false, "immunosuppression": false, "prolongedSteroids": false,
         "significantTrauma": false, "spineContusion": false, "knownFractureOrTumour": false,
         "spinalSurgeryWithinYear": false},
       "questionnaires": {"odi": [1,1,2,1,1,0,1,1,2,1],
                          "startBack": {"total": 3, "psychosocial": 1}}}
      """;

  private static final String SHARP_AND_STOPPED = "\"quality\": \"SHARP\", \"stopped\": \"PAIN\",";

  private final String id;

  private Patient(String id) {
    this.id = id;
  }

  static Patient registered() {
    String id =
        to(ServiceName.PROFILE)
            .body(
                """
                {"birthYear": 1985, "timeZone": "Europe/Berlin", "equipment": [],
                 "minutesPerSession": 15, "sessionsPerWeek": 3}
                """)
            .post("/v1/patients")
            .then()
            .statusCode(201)
            .extract()
            .path("patientId");
    return new Patient(id);
  }

  /** A patient with an active plan in version 1 that session-service knows as well. */
  static Patient withPlan() {
    Patient patient = registered();
    patient.clear();
    patient.planAfter(patient.assess(false).getString("eventId"));
    await().atMost(Duration.ofMinutes(1)).until(patient::isKnownToSessionService);
    return patient;
  }

  private boolean isKnownToSessionService() {
    return Platform.count(
            ServiceName.SESSION, "select count(*) from known_plan where patient_id = ?", id())
        > 0;
  }

  UUID id() {
    return UUID.fromString(id);
  }

  void clear() {
    to(ServiceName.PROFILE)
        .header("If-Match", "*")
        .body("{\"status\": \"CLEARED\", \"loading\": true, \"by\": \"Dr. Rivera\"}")
        .put("/v1/patients/" + id + "/clearance")
        .then()
        .statusCode(200);
  }

  String clearance() {
    return to(ServiceName.PROFILE).get("/v1/patients/" + id + "/clearance").path("status");
  }

  /** An assessment of that average pain, without red flags. */
  static String assessment(OffsetDateTime at, int pain) {
    return assessment(at, pain, false);
  }

  private static String assessment(OffsetDateTime at, int pain, boolean saddleNumbness) {
    return ASSESSMENT.formatted(at, pain, saddleNumbness);
  }

  JsonPath assess(boolean saddleNumbness) {
    return to(ServiceName.PROFILE)
        .body(assessment(now(), 4, saddleNumbness))
        .post("/v1/patients/" + id + "/assessments")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  JsonPath plan() {
    return to(ServiceName.PLAN)
        .get("/v1/patients/" + id + "/plan")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  JsonPath planAfter(String eventId) {
    return to(ServiceName.PLAN)
        .get("/v1/patients/" + id + "/plan?after=" + eventId + "&wait=PT30S")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** A session in which the bridge hurt sharply and was stopped. */
  JsonPath painfulSession(int planVersion) {
    return painful(planVersion).attempt().then().statusCode(201).extract().jsonPath();
  }

  /** A session with the bridge, whether the plan holds it or not. */
  Response trySession(int planVersion) {
    return session(planVersion, 2, "").attempt();
  }

  /** A session without trouble, to be sent until it is accepted. */
  SessionToSend greenSession() {
    return session(1, 2, "");
  }

  /** A session with a flare, to be sent until it is accepted. */
  SessionToSend painfulSession() {
    return painful(1);
  }

  private SessionToSend painful(int planVersion) {
    return session(planVersion, 6, SHARP_AND_STOPPED);
  }

  private SessionToSend session(int planVersion, int pain, String signs) {
    OffsetDateTime end = now().minusMinutes(1);
    return new SessionToSend(
        id,
        UUID.randomUUID().toString(),
        """
        {"planVersion": %d, "startedAt": "%s", "endedAt": "%s", "painBefore": 2,
         "painAfter": %d, "exercises": [{"exerciseId": "bridge", "level": 1, "setsDone": 1,
           "repsDone": [6], %s "painDuring": %d}]}
        """
            .formatted(planVersion, end.minusMinutes(11), end, pain, signs, pain));
  }

  /**
   * One session of an app: every attempt sends the same body under the same key, so that a
   * repetition is harmless.
   */
  record SessionToSend(String patientId, String key, String body) {

    Response attempt() {
      return to(ServiceName.SESSION)
          .header("Idempotency-Key", key)
          .body(body)
          .post("/v1/patients/" + patientId + "/sessions");
    }
  }

  /** A check-in with an emergency sign. */
  JsonPath emergencySign() {
    return to(ServiceName.SESSION)
        .body(
            """
            {"at": "%s", "pain": 3, "soreness": {"present": false},
             "redFlags": {"saddleNumbness": true}}
            """
                .formatted(now()))
        .post("/v1/patients/" + id + "/check-ins")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private static OffsetDateTime now() {
    return OffsetDateTime.now(ZoneOffset.UTC);
  }
}
