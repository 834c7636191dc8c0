package health.backstep.stack.demo;

import static health.backstep.stack.platform.ServiceName.PLAN;
import static health.backstep.stack.platform.ServiceName.PROFILE;
import static health.backstep.stack.platform.ServiceName.SESSION;

import com.fasterxml.jackson.databind.JsonNode;
import health.backstep.stack.process.Pause;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plays the story against the platform, step by step, and waits for each step's effect. */
final class StoryTeller {

  private static final int LOOK_MILLIS = 20;
  private static final int LOOKS = 500;

  private final Api api;
  private final Calendar calendar;
  private final Narration narration;
  private final long pauseMillis;
  private final List<Told> told = new ArrayList<>();

  StoryTeller(Api api, Calendar calendar, Narration narration, long pauseMillis) {
    this.api = api;
    this.calendar = calendar;
    this.narration = narration;
    this.pauseMillis = pauseMillis;
  }

  /**
   * Tells all of it.
   *
   * @throws StoryBroken when the platform does something else
   * @throws ApiFailure when it refuses a step
   */
  void tell() {
    narration.open();
    String patient = register();
    narration.registered();
    for (Step step : Story.STEPS) {
      Told outcome = play(patient, step);
      told.add(outcome);
      narration.tell(outcome);
      outcome.requireAsTold();
      if (!Pause.of(pauseMillis)) {
        return;
      }
    }
    narration.close(told, api.get(PLAN, "/v1/rules/OUT-1").body());
  }

  private String register() {
    int birthYear = calendar.firstDay().getYear() - Story.AGE;
    JsonNode registered =
        api.post(
            PROFILE,
            "/v1/patients",
            Forms.patient(birthYear, Story.MINUTES, Story.SESSIONS_PER_WEEK));
    String patient = "/v1/patients/" + registered.path("patientId").asText();
    api.put(PROFILE, patient + "/clearance", Forms.clearance());
    return patient;
  }

  private Told play(String patient, Step step) {
    Optional<Plan> before = told.isEmpty() ? Optional.empty() : Optional.of(current());
    OffsetDateTime at = calendar.at(step.moment());
    long begun = System.nanoTime();
    JsonNode answer = send(patient, step, before, at);
    Plan after = planAfter(patient, lastEvent(answer));
    Duration readable = Duration.ofNanos(System.nanoTime() - begun);
    if (step instanceof Step.Assessment assessment) {
      awaitBaseline(patient, assessment.pain());
    }
    boolean changed = before.map(Plan::version).orElse(0) < after.version();
    return new Told(step, answer, before, Optional.of(after).filter(_ -> changed), readable);
  }

  private JsonNode send(String patient, Step step, Optional<Plan> plan, OffsetDateTime at) {
    return switch (step) {
      case Step.Assessment assessment ->
          api.post(
              PROFILE,
              patient + "/assessments",
              Forms.assessment(
                  at,
                  calendar.firstDay().minusDays(Story.ONSET_DAYS_BEFORE),
                  assessment.pain(),
                  assessment.worst24h(),
                  assessment.settling(),
                  assessment.odi()));
      case Step.Session session ->
          api.post(SESSION, patient + "/sessions", Forms.session(session, plan.orElseThrow(), at));
      case Step.CheckIn checkIn ->
          api.post(SESSION, patient + "/check-ins", Forms.checkIn(checkIn, at));
      case Step.Report report ->
          api.post(
              SESSION,
              patient + "/flares",
              Forms.flare(
                  at,
                  report.pain(),
                  report.lastedHours(),
                  plan.orElseThrow().likely(report.trigger()).exerciseId()));
    };
  }

  /** What the plan answers to: a flare or its end, where the step was one, else the step itself. */
  private static String lastEvent(JsonNode answer) {
    for (String part : List.of("flare", "settledFlare")) {
      if (answer.path(part).hasNonNull("eventId")) {
        return answer.path(part).path("eventId").asText();
      }
    }
    return answer.path("eventId").asText();
  }

  private Plan planAfter(String patient, String event) {
    Api.Answer answer = api.get(PLAN, patient + "/plan?after=" + event + "&wait=PT10S");
    if (answer.status() != 200) {
      throw new StoryBroken("The plan did not take event " + event + " in within 10 seconds.");
    }
    return new Plan(answer.body());
  }

  /** Readings are compared with the baseline, which the assessment's event brings. */
  private void awaitBaseline(String patient, int pain) {
    for (int look = 0; look < LOOKS; look++) {
      Api.Answer answer = api.look(SESSION, patient + "/pain");
      if (answer.body().path("baseline").asInt(-1) == pain || !Pause.of(LOOK_MILLIS)) {
        return;
      }
    }
    throw new StoryBroken("session-service did not learn of the assessment within 10 seconds.");
  }

  private Plan current() {
    return told.reversed().stream()
        .flatMap(outcome -> outcome.after().stream())
        .findFirst()
        .orElseThrow();
  }
}
