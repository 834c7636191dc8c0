package health.backstep.plan.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import health.backstep.backbone.testing.Partner;
import health.backstep.backbone.testing.Refusal;
import health.backstep.backbone.testing.Stored;
import io.restassured.response.Response;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A partner asks what a history would come to, and nothing remains of the question. */
@PlanComponentTest
class SimulationTest {

  private static final String TENANT = "what-if-clinic";
  private static final String ASSESSMENT =
      """
      {"assessedAt": "2026-09-01T09:00:00+02:00",
       "pain": {"now": 4, "average7d": 4, "worst24h": 6, "location": "LOW_BACK", "quality": "DULL",
                "onset": "2026-08-25", "nightPain": "NONE", "settling": "UP_TO_24_HOURS"},
       "painSource": "MUSCULAR", "adequateRest": true, "activityBefore": "LIGHT",
       "aggravatedBy": ["BENDING", "SITTING"], "relievedBy": ["WALKING", "LYING_PRONE"],
       "movementTests": [{"direction": "EXTENSION", "location": "CENTRALISED",
                          "intensity": "BETTER", "lasting": true}],
       "redFlags": {"saddleNumbness": false, "bladderOrBowelChange": false, "legWeakness": "NONE",
         "cancerHistory": false, "unexplainedWeightLoss": false, "feverOrInfection": false,
         "intravenousDrugUse": false, "immunosuppression": false, "prolongedSteroids": false,
         "significantTrauma": false, "spineContusion": false, "knownFractureOrTumour": false,
         "spinalSurgeryWithinYear": false}}
      """;
  private static final String SHARP_BRIDGE =
      """
      {"sessionId": "00000000-0000-0000-0000-000000000007",
       "planVersion": 1, "startedAt": "2026-09-02T07:00:00+02:00",
       "endedAt": "2026-09-02T07:15:00+02:00", "painBefore": 3, "painAfter": 6,
       "exercises": [{"exerciseId": "bridge", "level": 1, "setsDone": 1, "repsDone": [6],
                      "painDuring": 6, "quality": "SHARP", "stopped": "PAIN"}]}
      """;
  private static final String MORNING_AFTER =
      """
      {"sessionId": "00000000-0000-0000-0000-000000000007",
       "at": "2026-09-03T07:00:00+02:00", "pain": 4, "soreness": {"present": false}}
      """;
  private static final String CALM =
      """
      {"at": "2026-09-04T07:00:00+02:00", "pain": 3, "soreness": {"present": false}}
      """;
  private static final String FLARE =
      """
      {"type": "FLARE", "at": "2026-09-05T18:00:00+02:00", "pain": 6, "hardToTolerate": true,
       "activitiesLimited": true, "worried": false}
      """;
  private static final String EMERGENCY =
      """
      {"at": "2026-09-06T07:00:00+02:00", "pain": 3, "soreness": {"present": false},
       "redFlags": {"saddleNumbness": true}}
      """;

  private final Partner partner = new Partner(TENANT);

  @Test
  void aHistoryGivesItsPlanVersionsAndWhatEachRecordWasReadAs() {
    Map<String, String> before = Stored.of(TENANT);

    simulate(history(SHARP_BRIDGE, MORNING_AFTER, CALM, FLARE, EMERGENCY))
        .then()
        .statusCode(200)
        .body("rulesetVersion", equalTo("1"))
        .body(
            "versions.kind",
            contains("GENERATED", "REGRESSED", "RESTORED", "REGRESSED", "SUSPENDED"))
        .body("versions.version", contains(1, 2, 3, 4, 5))
        .body("versions[1].decisions.rule", hasItem("RG-MODERATE"))
        .body("versions[4].items", hasSize(0))
        .body(
            "events.pointer",
            contains(
                "/assessment",
                "/history/0",
                "/history/1",
                "/history/2",
                "/history/3",
                "/history/4"))
        .body(
            "events.type",
            contains("ASSESSMENT", "SESSION", "CHECK_IN", "CHECK_IN", "FLARE", "CHECK_IN"))
        .body("events[0].screening.triage.outcome", equalTo("FIT"))
        .body("events[1].reading.outcome", equalTo("FLARE"))
        .body("events[1].planVersions", contains(2))
        .body("events[1].reading.flare.severity", equalTo("MODERATE"))
        .body("events[1].reading.flare.episode", equalTo("OPENED"))
        .body("events[1].reading.flare.reasons.rule", hasItem("FL-3"))
        .body("events[5].reading.redFlag.rule", equalTo("RF-EMERGENCY"));
    assertThat(Stored.of(TENANT)).isEqualTo(before);
  }

  @Test
  void theSameHistoryGivesTheSameAnswer() {
    String history = history(SHARP_BRIDGE, MORNING_AFTER, CALM, FLARE, EMERGENCY);

    assertThat(simulate(history).asString()).isEqualTo(simulate(history).asString());
  }

  @Test
  void aVersionOfTheRulesCanBeNamed() {
    simulate(request(ASSESSMENT, "\"rulesetVersion\": \"1\",")).then().statusCode(200);
    refused(request(ASSESSMENT, "\"rulesetVersion\": \"0\","), 422, "RULESET_UNKNOWN")
        .body("errors.pointer", contains("/rulesetVersion"))
        .body("errors[0].message", containsString("known are: 1"));
  }

  @Test
  void withoutItsScopeTheCallIsRefused() {
    partner
        .with("plans:read")
        .body(history())
        .post("/v1/simulations")
        .then()
        .statusCode(403)
        .body("code", equalTo("SCOPE_MISSING"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "an unknown condition | /exercises/0/mood | \"level\": 1 | \"level\": 1, \"mood\": 2 | 400 | UNKNOWN_FIELD",
        "an unknown red flag | /redFlags/fall | \"level\": 1, | \"level\": 1, | 400 | UNKNOWN_FIELD",
        "an unknown quality | /exercises/0/quality | SHARP | FUNNY | 400 | UNKNOWN_VALUE",
        "a level that is no number | /exercises/0/level | \"level\": 1 | \"level\": \"1\" | 400 | WRONG_TYPE",
        "a name that is no id | /sessionId | 00000000-0000-0000-0000-000000000007 | seven | 400 | WRONG_TYPE",
        "a number beyond all | /exercises/0/painDuring | \"painDuring\": 6 | \"painDuring\": 1e400 | 400 | WRONG_TYPE",
        "level eleven | /exercises/0/level | \"level\": 1 | \"level\": 11 | 422 | OUT_OF_RANGE",
        "a missing pain | /painBefore | \"painBefore\": 3, | | 422 | REQUIRED",
        "a level above the plan's | /exercises/0/level | \"level\": 1 | \"level\": 9 | 422 | LEVEL_NOT_PRESCRIBED",
        "a plan that never was | /planVersion | \"planVersion\": 1 | \"planVersion\": 9 | 422 | PLAN_VERSION_UNKNOWN",
        "an exercise to avoid | /exercises/0/exerciseId | bridge | deadlift | 422 | EXERCISE_NOT_PRESCRIBED",
        "an end before the start | /endedAt | T07:15 | T06:15 | 422 | ENDS_BEFORE_START",
      })
  void aFaultOfASessionIsNamedByItsPlaceInTheHistory(
      String what, String pointer, String good, String bad, int status, String code) {
    String session = SHARP_BRIDGE.replace(good, bad == null ? "" : bad);
    if (pointer.startsWith("/redFlags")) {
      session = session.replaceFirst("\\{", "{\"redFlags\": {\"fall\": true},");
    }

    refusedWith(history(FLARE, session), status, code)
        .body("errors.pointer", contains("/history/1" + pointer))
        .body("errors.code", contains(code));
  }

  @Test
  void faultsOfAllPartsAreNamedAtOnce() {
    String tomorrow = OffsetDateTime.now(ZoneOffset.UTC).plusDays(1).toString();
    refused(
            request(
                ASSESSMENT.replace("\"adequateRest\": true,", ""),
                "",
                FLARE.replace("\"pain\": 6", "\"pain\": 11"),
                "{\"status\": \"CLEARED\", \"loading\": false, \"by\": \"Dr. Rivera\"}",
                "{\"pain\": 3}",
                "null"),
            422,
            "INVALID_REQUEST")
        .body(
            "errors.pointer",
            contains(
                "/assessment/adequateRest",
                "/history/3",
                "/history/0/pain",
                "/history/1/at",
                "/history/2"))
        .body("errors.code", hasItem("ENTRY_UNCLEAR"))
        .body(
            "errors[4].message",
            allOf(containsString("CHECK_IN has soreness"), containsString("FLARE has")));
    refusedWith(
            request(
                ASSESSMENT,
                "",
                FLARE.replace("2026-09-05T18:00:00+02:00", tomorrow),
                EMERGENCY.replace("2026-09-06T07:00:00+02:00", tomorrow)),
            422,
            "TIME_IN_FUTURE")
        .body("errors.pointer", contains("/history/0/at", "/history/1/at"));
  }

  @Test
  void hoursBeyondAllAreNamed() {
    refused(
            history(FLARE.replace("\"pain\": 6", "\"pain\": 6, \"lastedHours\": 1e400")),
            400,
            "WRONG_TYPE")
        .body("errors.pointer", contains("/history/0/lastedHours"));
  }

  @Test
  void faultsOfThePatientAreNamed() {
    refusedWith(history().replace("Europe/Berlin", "Mars/Base"), 422, "TIME_ZONE_UNKNOWN")
        .body("errors.pointer", contains("/patient/timeZone"));
    refusedWith(
            history().replace("Europe/Berlin\"", "Europe/Berlin\", \"mood\": 1"),
            400,
            "UNKNOWN_FIELD")
        .body("errors.pointer", contains("/patient/mood"));
    refusedWith("null", 400, "BODY_MISSING");
  }

  @Test
  void aThousandEntriesAreTakenAndNoMore() {
    List<String> sessions =
        IntStream.range(0, 1000).mapToObj(i -> CALM).collect(Collectors.toList());
    simulate(history(sessions.toArray(String[]::new))).then().statusCode(200);

    sessions.addAll(Collections.nCopies(1, CALM));
    refusedWith(history(sessions.toArray(String[]::new)), 422, "INVALID_REQUEST")
        .body("errors.pointer", contains("/history"));
  }

  private io.restassured.response.ValidatableResponse refusedWith(
      String body, int status, String code) {
    String shown =
        status == 422 && (code.equals("OUT_OF_RANGE") || code.equals("REQUIRED"))
            ? "INVALID_REQUEST"
            : code;
    return refused(body, status, shown);
  }

  private io.restassured.response.ValidatableResponse refused(
      String body, int status, String code) {
    return Refusal.of(TENANT, () -> simulate(body), status, code);
  }

  private Response simulate(String body) {
    return partner.with("plans:simulate").body(body).post("/v1/simulations");
  }

  private static String history(String... entries) {
    return request(ASSESSMENT, "", entries);
  }

  private static String request(String assessment, String extra, String... entries) {
    return """
    {"patient": {"birthYear": 1985, "timeZone": "Europe/Berlin", "equipment": [],
                 "minutesPerSession": 15, "sessionsPerWeek": 3},
     %s "assessment": %s, "history": [%s]}
    """
        .formatted(extra, assessment, String.join(",", entries));
  }
}
