package health.backstep.system;

import static org.awaitility.Awaitility.await;

import health.backstep.stack.platform.ServiceName;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A patient of the sandbox, for whom the days go by as the script says. */
final class SandboxPatient {

  private static final String ASSESSMENT =
      """
      {"assessedAt": "%1$s",
       "pain": {"now": %2$d, "average7d": %2$d, "worst24h": 6, "location": "LOW_BACK", "quality": "DULL",
                "onset": "2026-10-25", "nightPain": "NONE", "settling": "UP_TO_24_HOURS"},
       "painSource": "MUSCULAR", "adequateRest": true, "activityBefore": "LIGHT",
       "aggravatedBy": ["BENDING", "SITTING"], "relievedBy": ["WALKING", "LYING_PRONE"],
       "movementTests": [{"direction": "EXTENSION", "location": "CENTRALISED",
                          "intensity": "BETTER", "lasting": true}],
       "redFlags": {"saddleNumbness": false, "bladderOrBowelChange": false, "legWeakness": "NONE",
         "cancerHistory": false, "unexplainedWeightLoss": false, "feverOrInfection": false,
         "intravenousDrugUse": false, "immunosuppression": false, "prolongedSteroids": false,
         "significantTrauma": false, "spineContusion": false, "knownFractureOrTumour": false,
         "spinalSurgeryWithinYear": false},
       "questionnaires": {"odi": [1,1,2,1,1,0,1,1,2,1],
                          "startBack": {"total": 3, "psychosocial": 1}}}
      """;

  private static final String SANDBOX = "sandbox";
  private static final String CLOCK = "/v1/sandbox/clock";

  /** Midnight (UTC) before the first day: tomorrow, because test clocks only go forward. */
  private final OffsetDateTime begin =
      OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).plusDays(1);

  private final String id;
  private OffsetDateTime now = begin;

  private SandboxPatient(String id) {
    this.id = id;
  }

  static SandboxPatient registered() {
    return new SandboxPatient(
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
            .path("patientId"));
  }

  /** Puts the clock forward and waits until every service has it. */
  void onDay(int day, int hour) {
    now = begin.plusDays(day).plusHours(hour);
    String event =
        to(ServiceName.PROFILE)
            .body("{\"patientId\": \"%s\", \"now\": \"%s\"}".formatted(id, now))
            .post(CLOCK)
            .then()
            .statusCode(200)
            .extract()
            .path("eventId");
    for (ServiceName service : ServiceName.values()) {
      to(service)
          .get(CLOCK + "?wait=PT30S&patientId=" + id + "&after=" + event)
          .then()
          .statusCode(200);
    }
  }

  void clearUntilDay(int day) {
    to(ServiceName.PROFILE)
        .header("If-Match", "*")
        .body(
            """
            {"status": "CLEARED", "loading": true, "by": "Dr. Rivera", "validUntil": "%s"}
            """
                .formatted(begin.plusDays(day)))
        .put("/v1/patients/" + id + "/clearance")
        .then()
        .statusCode(200);
  }

  void assess(int pain) {
    planAfter(
        to(ServiceName.PROFILE)
            .body(ASSESSMENT.formatted(now, pain))
            .post("/v1/patients/" + id + "/assessments")
            .then()
            .statusCode(201)
            .extract()
            .path("eventId"));
  }

  /** A session without pain, and the check-in on the morning after it. */
  void goodDay(int day) {
    onDay(day, 18);
    planAfter(session(2, "", "NONE").getString("eventId"));
    onDay(day + 1, 7);
    checkIn(2);
  }

  /** A session that is stopped because the first exercise of the plan hurts sharply. */
  void painfulSession() {
    planAfter(session(6, "\"quality\": \"SHARP\",", "PAIN").getString("flare.eventId"));
  }

  void checkIn(int pain) {
    JsonPath answer =
        to(ServiceName.SESSION)
            .body(
                """
                {"at": "%s", "pain": %d, "soreness": {"present": false}}
                """
                    .formatted(now, pain))
            .post("/v1/patients/" + id + "/check-ins")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    String settled = answer.getString("settledFlare.eventId");
    planAfter(settled == null ? answer.getString("eventId") : settled);
  }

  JsonPath plan() {
    return to(ServiceName.PLAN)
        .get("/v1/patients/" + id + "/plan")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** Kinds of the plan's versions, oldest first. */
  List<String> kinds() {
    return this.<String>ofVersions("kind");
  }

  /** When the versions were made, oldest first. */
  List<Instant> versionTimes() {
    return this.<String>ofVersions("createdAt").stream().map(Instant::parse).toList();
  }

  JsonPath adherence() {
    return to(ServiceName.SESSION)
        .get("/v1/patients/" + id + "/adherence")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private <T> List<T> ofVersions(String field) {
    return to(ServiceName.PLAN)
        .get("/v1/patients/" + id + "/plan/versions?limit=200")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .<T>getList("items." + field)
        .reversed();
  }

  private void planAfter(String eventId) {
    to(ServiceName.PLAN)
        .get("/v1/patients/" + id + "/plan?wait=PT30S&after=" + eventId)
        .then()
        .statusCode(200);
  }

  /** All that the plan asks for, at that pain; the first exercise may be cut short. */
  private JsonPath session(int pain, String signs, String stopped) {
    JsonPath plan = plan();
    List<Map<String, Object>> items = plan.getList("items");
    String exercises =
        IntStream.range(0, items.size())
            .mapToObj(i -> done(items.get(i), pain, i == 0 ? signs : "", stopped))
            .collect(Collectors.joining(","));
    String body =
        """
        {"planVersion": %d, "startedAt": "%s", "endedAt": "%s", "painBefore": 2,
         "painAfter": %d, "exercises": [%s]}
        """
            .formatted(plan.getInt("version"), now.minusMinutes(12), now, pain, exercises);
    return accepted(body).jsonPath();
  }

  private static String done(Map<String, Object> item, int pain, String signs, String stopped) {
    Map<?, ?> dose = (Map<?, ?>) item.get("dose");
    return """
        {"exerciseId": "%s", "level": %s, "setsDone": %s, %s "painDuring": %d, "stopped": "%s"}
        """
        .formatted(
            item.get("exerciseId"),
            item.get("level"),
            dose.get("sets"),
            signs,
            signs.isEmpty() ? 2 : pain,
            signs.isEmpty() ? "NONE" : stopped);
  }

  /** A plan version may take a moment to come to session-service. */
  private Response accepted(String body) {
    String key = UUID.randomUUID().toString();
    return await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                to(ServiceName.SESSION)
                    .header("Idempotency-Key", key)
                    .body(body)
                    .post("/v1/patients/" + id + "/sessions"),
            answer -> answer.statusCode() == 201);
  }

  private static RequestSpecification to(ServiceName service) {
    return Platform.to(service, SANDBOX);
  }
}
