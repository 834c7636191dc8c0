package health.backstep.faults.cluster;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.backstep.stack.demo.Forms;
import health.backstep.stack.platform.ServiceName;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** A patient of a cluster whose app asks now this, now that instance. */
record Patient(Cluster cluster, App app, UUID id) {

  private static final List<Integer> ODI = List.of(1, 1, 2, 1, 1, 0, 1, 1, 2, 1);

  /** With a plan in version 1 of which session-service has heard. */
  static Patient withPlan(Cluster cluster, App app) {
    Instance profile = cluster.instances(ServiceName.PROFILE).getLast();
    JsonNode made =
        accepted(app.post(profile, "/v1/patients", newKey(), Forms.patient(1985, 15, 3)));
    Patient patient = new Patient(cluster, app, UUID.fromString(made.path("patientId").asText()));
    accepted(app.put(profile, patient.path("/clearance"), Forms.clearance()));
    OffsetDateTime now = now();
    JsonNode assessment =
        accepted(
            app.post(
                profile,
                patient.path("/assessments"),
                newKey(),
                Forms.assessment(
                    now, now.toLocalDate().minusDays(28), 4, 6, "UP_TO_24_HOURS", ODI)));
    Instance plan = cluster.instances(ServiceName.PLAN).getFirst();
    assertThat(patient.planAfter(plan, assessment.path("eventId").asText()).path("version").asInt())
        .isEqualTo(1);
    Instance session = cluster.instances(ServiceName.SESSION).getFirst();
    await()
        .atMost(1, MINUTES)
        .until(() -> patient.post(session, newKey(), goodSession()).status() == 201);
    return patient;
  }

  /** The plan as soon as it has taken the event in. */
  JsonNode planAfter(Instance plan, String eventId) {
    return accepted(app.get(plan, path("/plan?after=" + eventId + "&wait=PT30S")));
  }

  App.Answer post(Instance session, String key, JsonNode body) {
    return app.post(session, path("/sessions"), key, body);
  }

  /** Posts a session with a flare; the id of the flare's event. */
  String flare(Instance session) {
    JsonNode answer = accepted(post(session, newKey(), painfulSession()));
    return answer.path("flare").path("eventId").asText();
  }

  String path(String rest) {
    return "/v1/patients/" + id + rest;
  }

  static String newKey() {
    return UUID.randomUUID().toString();
  }

  static ObjectNode goodSession() {
    return session(2);
  }

  static ObjectNode painfulSession() {
    ObjectNode session = session(6);
    ((ObjectNode) session.path("exercises").path(0)).put("quality", "SHARP").put("stopped", "PAIN");
    return session;
  }

  private static ObjectNode session(int pain) {
    OffsetDateTime end = now().minusMinutes(1);
    ObjectNode form = JsonNodeFactory.instance.objectNode().put("planVersion", 1);
    form.put("startedAt", end.minusMinutes(11).toString()).put("endedAt", end.toString());
    form.put("painBefore", 2).put("painAfter", pain);
    ObjectNode exercise = form.putArray("exercises").addObject();
    exercise.put("exerciseId", "bridge").put("level", 1).put("setsDone", 1).put("painDuring", pain);
    exercise.putArray("repsDone").add(6);
    return form;
  }

  private static JsonNode accepted(App.Answer answer) {
    assertThat(answer.status()).as("%s", answer.body()).isBetween(200, 201);
    return answer.body();
  }

  private static OffsetDateTime now() {
    return OffsetDateTime.now(ZoneOffset.UTC);
  }
}
