package health.backstep.stack.seed;

import static health.backstep.stack.platform.ServiceName.PLAN;
import static health.backstep.stack.platform.ServiceName.PROFILE;
import static health.backstep.stack.platform.ServiceName.SESSION;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import health.backstep.stack.demo.Api;
import health.backstep.stack.demo.ApiFailure;
import health.backstep.stack.demo.Forms;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.process.Pause;
import java.util.List;
import java.util.UUID;

/** Lets a life happen on the platform, through its API, one step after the other. */
record Recorder(Api api) {

  private static final int AGE = 42;
  private static final int MINUTES = 15;
  private static final int SESSIONS_PER_WEEK = 3;
  private static final int ONSET_DAYS_BEFORE = 35;
  private static final int TRIES = 40;
  private static final int PAUSE_MILLIS = 250;

  /**
   * Records a life.
   *
   * @param next told about each step that is done
   * @return the patient's id
   */
  UUID record(Life life, Runnable next) {
    int birthYear = life.begin().getYear() - AGE;
    JsonNode registered =
        api.post(PROFILE, "/v1/patients", Forms.patient(birthYear, MINUTES, SESSIONS_PER_WEEK));
    String id = registered.path("patientId").asText();
    String patient = "/v1/patients/" + id;
    api.put(PROFILE, patient + "/clearance", Forms.clearance());
    JsonNode plan = MissingNode.getInstance();
    for (Happening happening : life.happenings()) {
      plan = planAfter(patient, lastEvent(taken(life, patient, happening, plan)));
      if (happening instanceof Happening.Assessed assessed) {
        awaitBaseline(patient, assessed.pain());
      }
      next.run();
    }
    return UUID.fromString(id);
  }

  /** What was made elsewhere a moment ago may not be known yet, so a refusal is asked again. */
  private JsonNode taken(Life life, String patient, Happening happening, JsonNode plan) {
    for (int again = 1; ; again++) {
      try {
        return send(life, patient, happening, plan);
      } catch (ApiFailure e) {
        if (again == TRIES || !Pause.of(PAUSE_MILLIS)) {
          throw e;
        }
      }
    }
  }

  private JsonNode send(Life life, String patient, Happening happening, JsonNode plan) {
    return switch (happening) {
      case Happening.Assessed assessed ->
          api.post(
              PROFILE,
              patient + "/assessments",
              LifeForms.assessment(
                  assessed, life.begin().toLocalDate().minusDays(ONSET_DAYS_BEFORE)));
      case Happening.Trained trained ->
          api.post(SESSION, patient + "/sessions", LifeForms.session(trained, plan));
      case Happening.CheckedIn checkedIn ->
          api.post(SESSION, patient + "/check-ins", LifeForms.checkIn(checkedIn));
      case Happening.Flared flared ->
          api.post(SESSION, patient + "/flares", LifeForms.flare(flared, plan));
    };
  }

  /** What the plan answers to: a flare or its end, where there was one, else the event itself. */
  private static String lastEvent(JsonNode answer) {
    for (String part : List.of("flare", "settledFlare")) {
      if (answer.path(part).hasNonNull("eventId")) {
        return answer.path(part).path("eventId").asText();
      }
    }
    return answer.path("eventId").asText();
  }

  private JsonNode planAfter(String patient, String event) {
    Api.Answer answer = api.get(PLAN, patient + "/plan?after=" + event + "&wait=PT20S");
    if (answer.status() != 200) {
      throw new StackFailure(
          "plan-service did not take event %s in within 20 seconds; its log says why."
              .formatted(event));
    }
    return answer.body();
  }

  /** Later readings are compared with the baseline, which the assessment's event brings. */
  private void awaitBaseline(String patient, int pain) {
    for (int look = 0; look < TRIES; look++) {
      Api.Answer answer = api.look(SESSION, patient + "/pain");
      if (answer.body().path("baseline").asInt(-1) == pain || !Pause.of(PAUSE_MILLIS / 5)) {
        return;
      }
    }
    throw new StackFailure("session-service did not learn of an assessment; its log says why.");
  }
}
