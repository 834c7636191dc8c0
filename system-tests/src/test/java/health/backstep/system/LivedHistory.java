package health.backstep.system;

import static health.backstep.system.Platform.to;
import static org.awaitility.Awaitility.await;

import health.backstep.stack.platform.ServiceName;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A patient whose history is lived over the real services and kept as it was posted, so that it can
 * be posted again as a simulation. It is told now, about days that have passed; days count from the
 * first assessment.
 */
final class LivedHistory {

  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final String PATIENT =
      """
      {"birthYear": 1985, "timeZone": "Europe/Berlin", "equipment": [],
       "minutesPerSession": 15, "sessionsPerWeek": 3}
      """;
  private static final String PAINLESS = "\"painDuring\": 1";
  private static final String SHARP =
      "\"painDuring\": 6, \"quality\": \"SHARP\", \"stopped\": \"PAIN\"";
  private static final String ACHE =
      "\"painDuring\": 2, \"quality\": \"DULL\", \"location\": \"WORKED_MUSCLE\"";
  private static final String CLEARANCE =
      "{\"status\": \"CLEARED\", \"loading\": true, \"by\": \"Dr. Rivera\"}";

  private final LocalDate day0 = LocalDate.now(ZONE).minusDays(20);
  private final List<String> history = new ArrayList<>();
  private final String id;
  private final String assessment;
  private String lastSession;

  /** Registered, cleared and assessed, with a plan. */
  LivedHistory() {
    id = post(ServiceName.PROFILE, "/v1/patients", PATIENT).getString("patientId");
    clear();
    assessment = assessment(0, 4);
    untilPlanHas(
        post(ServiceName.PROFILE, patient("/assessments"), assessment).getString("eventId"));
  }

  /** All of today's plan is done without trouble. */
  void goodSession(int day) {
    session(day, plan(), item -> PAINLESS);
  }

  /** All of today's plan is done, and the last exercise hurts sharply. */
  void sharpPain(int day) {
    JsonPath plan = plan();
    Map<String, Object> last = items(plan).getLast();
    session(day, plan, item -> item.equals(last) ? SHARP : PAINLESS);
  }

  /** A worked muscle aches in the last exercise of the warm-up, and again in the last of all. */
  void acheThatDoesNotWarmAway(int day) {
    JsonPath plan = plan();
    Map<String, Object> last = items(plan).getLast();
    Map<String, Object> warmUp =
        items(plan).stream().filter(item -> item.get("block").equals("WARM_UP")).toList().getLast();
    session(day, plan, item -> item.equals(last) || item.equals(warmUp) ? ACHE : PAINLESS);
  }

  private void session(int day, JsonPath plan, Function<Map<String, Object>, String> signs) {
    String exercises =
        items(plan).stream()
            .map(item -> done(item, signs.apply(item)))
            .collect(Collectors.joining(","));
    String body =
        """
        {"planVersion": %d, "startedAt": "%s", "endedAt": "%s", "painBefore": 2, "painAfter": 2,
         "exercises": [%s]}
        """
            .formatted(plan.getInt("version"), on(day, "10:00"), on(day, "10:15"), exercises);
    JsonPath answer = post(ServiceName.SESSION, patient("/sessions"), body);
    lastSession = answer.getString("sessionId");
    history.add(withSession(body));
    untilPlanHas(answer.getString("eventId"));
    untilPlanHas(answer.getString("flare.eventId"));
  }

  void checkInAfterSession(int day, int pain) {
    String body = checkIn(day, pain);
    JsonPath answer =
        post(ServiceName.SESSION, patient("/sessions/" + lastSession + "/check-ins"), body);
    history.add(withSession(body));
    untilPlanHas(answer.getString("settledFlare.eventId"));
  }

  void checkIn(int day, int pain, String redFlags) {
    String body = checkIn(day, pain).replaceFirst("\\{", "{" + redFlags);
    JsonPath answer = post(ServiceName.SESSION, patient("/check-ins"), body);
    history.add(body);
    untilPlanHas(answer.getString("settledFlare.eventId"));
    untilPlanHas(answer.getString("redFlag.eventId"));
  }

  void flare(int day, int pain) {
    String body =
        """
        {"at": "%s", "pain": %d, "hardToTolerate": true, "activitiesLimited": true,
         "worried": false}
        """
            .formatted(on(day, "18:00"), pain);
    history.add(body);
    untilPlanHas(post(ServiceName.SESSION, patient("/flares"), body).getString("eventId"));
  }

  /** The new assessment also ends an open flare, once session-service has heard of it. */
  void assessment(int day, int average7d, boolean endsFlare) {
    String body = assessment(day, average7d);
    history.add(body);
    untilPlanHas(post(ServiceName.PROFILE, patient("/assessments"), body).getString("eventId"));
    if (endsFlare) {
      await().atMost(Duration.ofSeconds(30)).until(() -> flares().get(0).get("settledAt") != null);
    }
  }

  /** A health professional clears the patient again, knowing of the red flag. */
  void clearance(int day) {
    await().atMost(Duration.ofSeconds(30)).until(() -> clearanceStatus().equals("WITHHELD"));
    clear();
    history.add(CLEARANCE.replaceFirst("\\{", "{\"at\": \"" + on(day, "16:00") + "\", "));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !plan().getString("status").equals("SUSPENDED"));
  }

  /** The versions that it came to, oldest first. */
  List<Map<String, Object>> versions() {
    List<Map<String, Object>> newestFirst =
        get(ServiceName.PLAN, patient("/plan/versions?limit=200")).getList("items");
    return newestFirst.reversed();
  }

  /** The same bodies as one simulation. */
  JsonPath simulated() {
    return to(ServiceName.PLAN)
        .body(
            """
            {"patient": %s, "clearance": %s, "assessment": %s, "history": [%s]}
            """
                .formatted(PATIENT, CLEARANCE, assessment, String.join(",", history)))
        .post("/v1/simulations")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private void clear() {
    to(ServiceName.PROFILE)
        .header("If-Match", "*")
        .body(CLEARANCE)
        .put(patient("/clearance"))
        .then()
        .statusCode(200);
  }

  private String clearanceStatus() {
    return get(ServiceName.PROFILE, patient("/clearance")).getString("status");
  }

  private List<Map<String, Object>> flares() {
    return get(ServiceName.SESSION, patient("/flares")).getList("items");
  }

  private JsonPath plan() {
    return get(ServiceName.PLAN, patient("/plan"));
  }

  private void untilPlanHas(String eventId) {
    if (eventId != null) {
      get(ServiceName.PLAN, patient("/plan?after=" + eventId + "&wait=PT30S"));
    }
  }

  private String withSession(String body) {
    return body.replaceFirst("\\{", "{\"sessionId\": \"" + lastSession + "\", ");
  }

  private String patient(String path) {
    return "/v1/patients/" + id + path;
  }

  private static List<Map<String, Object>> items(JsonPath plan) {
    return plan.getList("items");
  }

  private static String done(Map<String, Object> item, String signs) {
    Map<?, ?> dose = (Map<?, ?>) item.get("dose");
    return """
    {"exerciseId": "%s", "level": %s, "setsDone": %s, %s}
    """
        .formatted(item.get("exerciseId"), item.get("level"), dose.get("sets"), signs);
  }

  private String checkIn(int day, int pain) {
    return "{\"at\": \"%s\", \"pain\": %d, \"soreness\": {\"present\": false}}"
        .formatted(on(day, "08:00"), pain);
  }

  private String assessment(int day, int average7d) {
    return """
    {"assessedAt": "%s",
     "pain": {"now": 4, "average7d": %d, "worst24h": 6, "location": "LOW_BACK",
              "quality": "DULL", "onset": "%s", "nightPain": "NONE",
              "settling": "UP_TO_24_HOURS"},
     "painSource": "MUSCULAR", "adequateRest": true, "activityBefore": "LIGHT",
     "aggravatedBy": ["BENDING", "SITTING"], "relievedBy": ["WALKING", "LYING_PRONE"],
     "redFlags": {"saddleNumbness": false, "bladderOrBowelChange": false, "legWeakness": "NONE",
       "cancerHistory": false, "unexplainedWeightLoss": false, "feverOrInfection": false,
       "intravenousDrugUse": false, "immunosuppression": false, "prolongedSteroids": false,
       "significantTrauma": false, "spineContusion": false, "knownFractureOrTumour": false,
       "spinalSurgeryWithinYear": false},
     "questionnaires": {"odi": [1,1,2,1,1,0,1,1,2,1],
                        "startBack": {"total": 3, "psychosocial": 1}}}
    """
        .formatted(on(day, "09:00"), average7d, day0.minusDays(25));
  }

  private String on(int day, String time) {
    return ZonedDateTime.of(day0.plusDays(day), LocalTime.parse(time), ZONE)
        .toOffsetDateTime()
        .toString();
  }

  private static JsonPath post(ServiceName service, String path, String body) {
    return to(service).body(body).post(path).then().statusCode(201).extract().jsonPath();
  }

  private static JsonPath get(ServiceName service, String path) {
    return to(service).get(path).then().statusCode(200).extract().jsonPath();
  }
}
