package health.backstep.faults.nemesis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.faults.cluster.Cluster;
import health.backstep.faults.cluster.Instance;
import health.backstep.stack.platform.ServiceName;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** A patient with a plan whose app asks until it is answered. */
final class Someone {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PAUSE_MILLIS = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String ASSESSMENT =
      """
      {"assessedAt": "%s",
       "pain": {"now": 4, "average7d": 4, "worst24h": 6, "location": "LOW_BACK", "quality": "DULL",
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

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final Cluster cluster;
  private final String token;
  private String id = "";

  private Someone(Cluster cluster, String tenant) {
    this.cluster = cluster;
    this.token = cluster.token(tenant);
  }

  static Someone withPlan(Cluster cluster, String tenant) throws InterruptedException {
    Someone patient = new Someone(cluster, tenant);
    patient.begin();
    return patient;
  }

  private void begin() throws InterruptedException {
    id =
        untilAnswered(
                ServiceName.PROFILE,
                "POST",
                "",
                """
                {"birthYear": 1985, "timeZone": "Europe/Berlin", "equipment": [],
                 "minutesPerSession": 15, "sessionsPerWeek": 3}
                """)
            .path("patientId")
            .asText();
    untilAnswered(
        ServiceName.PROFILE,
        "PUT",
        "/" + id + "/clearance",
        "{\"status\": \"CLEARED\", \"loading\": true, \"by\": \"Dr. Rivera\"}");
    untilAnswered(
        ServiceName.PROFILE, "POST", "/" + id + "/assessments", ASSESSMENT.formatted(now()));
    Waiting.until(
        Waiting.trying(
            () -> session(2, UUID.randomUUID()).statusCode() == 201), // known to session-service
        Duration.ofMillis(200),
        Duration.ofMinutes(1),
        () -> "no plan");
  }

  /** Posts a session and repeats it until it is answered. */
  void keepAppointment() throws InterruptedException {
    UUID key = UUID.randomUUID();
    int pain = ThreadLocalRandom.current().nextInt(8) == 0 ? 6 : 2;
    while (!Waiting.trying(() -> session(pain, key).statusCode() < 500).getAsBoolean()) {
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  /** Waits until the plan has taken in what was posted before, for some seconds at most. */
  void letPlanFollow() throws InterruptedException {
    try {
      isServed();
    } catch (IOException cutOff) {
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  /** Whether a check-in reaches the plan. */
  boolean isServed() throws IOException, InterruptedException {
    HttpResponse<String> checkedIn =
        send(
            ServiceName.SESSION,
            "POST",
            "/" + id + "/check-ins",
            """
            {"at": "%s", "pain": 3, "soreness": {"present": false}}
            """
                .formatted(now()),
            UUID.randomUUID());
    if (checkedIn.statusCode() != 201) {
      return false;
    }
    String event = JSON.readTree(checkedIn.body()).path("eventId").asText();
    return send(ServiceName.PLAN, "GET", "/" + id + "/plan?wait=PT5S&after=" + event, "", event)
            .statusCode()
        == 200;
  }

  private HttpResponse<String> session(int pain, UUID key)
      throws IOException, InterruptedException {
    OffsetDateTime end = now().minusMinutes(1);
    return send(
        ServiceName.SESSION,
        "POST",
        "/" + id + "/sessions",
        """
        {"planVersion": 1, "startedAt": "%s", "endedAt": "%s", "painBefore": 2,
         "painAfter": %d, "exercises": [{"exerciseId": "bridge", "level": 1, "setsDone": 1,
           "repsDone": [6], "painDuring": %d}]}
        """
            .formatted(end.minusMinutes(11), end, pain, pain),
        key);
  }

  private JsonNode untilAnswered(ServiceName service, String method, String path, String body)
      throws InterruptedException {
    JsonNode[] answer = new JsonNode[1];
    UUID key = UUID.randomUUID();
    Waiting.until(
        Waiting.trying(
            () -> {
              HttpResponse<String> response = send(service, method, path, body, key);
              answer[0] = JSON.readTree(response.body());
              return response.statusCode() < 300;
            }),
        Duration.ofMillis(200),
        Duration.ofMinutes(1),
        () -> method + " " + path + " answered " + answer[0]);
    return answer[0];
  }

  private HttpResponse<String> send(
      ServiceName service, String method, String path, String body, Object key)
      throws IOException, InterruptedException {
    List<Instance> instances = cluster.instances(service);
    Instance any = instances.get(ThreadLocalRandom.current().nextInt(instances.size()));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(any.url().resolve("/v1/patients" + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key.toString());
    if (method.equals("PUT")) {
      request.header("If-Match", "*");
    }
    return http.send(
        request.method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
  }

  private static OffsetDateTime now() {
    return OffsetDateTime.now(ZoneOffset.UTC);
  }
}
