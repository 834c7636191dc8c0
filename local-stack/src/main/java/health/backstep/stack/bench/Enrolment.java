package health.backstep.stack.bench;

import static health.backstep.stack.platform.ServiceName.PLAN;
import static health.backstep.stack.platform.ServiceName.PROFILE;

import com.fasterxml.jackson.databind.JsonNode;
import health.backstep.stack.demo.Api;
import health.backstep.stack.demo.Forms;
import health.backstep.stack.process.Pause;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes patients with a plan. All of them are alike, so all have the same plan.
 *
 * @param assessedAt long ago, so that each session can have a day of its own
 */
record Enrolment(Platform platform, OffsetDateTime assessedAt) {

  private static final int WORKERS = 12;
  private static final int YEARS_BACK = 20;
  private static final int LOOK_MILLIS = 50;
  private static final int AGE = 42;
  private static final int MINUTES = 15;
  private static final int SESSIONS_PER_WEEK = 3;
  private static final int ONSET_DAYS_BEFORE = 35;
  private static final int PAIN = 4;
  private static final int WORST_PAIN = 6;
  private static final List<Integer> ODI = List.of(2, 1, 2, 1, 3, 2, 1, 1, 2, 1);

  static Enrolment on(Platform platform, OffsetDateTime now) {
    return new Enrolment(
        platform, now.withOffsetSameInstant(ZoneOffset.UTC).minusYears(YEARS_BACK));
  }

  /** Ids of new patients, as many as can be made in time; their plans may be on the way. */
  List<String> enrol(int most, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    AtomicInteger begun = new AtomicInteger();
    return Crew.of(WORKERS, _ -> () -> enrolSome(begun, most, deadline)).stream()
        .flatMap(List::stream)
        .toList();
  }

  /** The first plan of a patient, as soon as there is one. */
  JsonNode plan(String patientId) {
    Api api = platform.api();
    for (Api.Answer answer; ; ) {
      answer = api.look(PLAN, "/v1/patients/" + patientId + "/plan");
      if (answer.status() == 200) {
        return answer.body();
      }
      if (!Pause.of(LOOK_MILLIS)) {
        throw new IllegalStateException("stopped while waiting for a plan");
      }
    }
  }

  private List<String> enrolSome(AtomicInteger begun, int most, long deadline) throws IOException {
    List<String> ids = new ArrayList<>();
    String patient = json(Forms.patient(assessedAt.getYear() - AGE, MINUTES, SESSIONS_PER_WEEK));
    String clearance = json(Forms.clearance());
    String assessment = assessment();
    try (KeepAlive profile = platform.connect(PROFILE)) {
      while (System.nanoTime() < deadline) {
        int number = begun.getAndIncrement();
        if (number >= most) {
          break;
        }
        String made = made(profile.write("POST", "/v1/patients", "patient-" + number, patient));
        String id = Fields.text(made, "patientId");
        String path = "/v1/patients/" + id;
        made(profile.write("PUT", path + "/clearance", "clearance-" + number, clearance));
        made(profile.write("POST", path + "/assessments", "assessment-" + number, assessment));
        ids.add(id);
      }
    }
    return ids;
  }

  private String assessment() {
    return json(
        Forms.assessment(
            assessedAt,
            assessedAt.toLocalDate().minusDays(ONSET_DAYS_BEFORE),
            PAIN,
            WORST_PAIN,
            "UP_TO_24_HOURS",
            ODI));
  }

  private static String made(KeepAlive.Response response) {
    if (response.status() / 100 != 2) {
      throw new IllegalStateException(
          "profile-service answered " + response.status() + ": " + response.body());
    }
    return response.body();
  }

  static String json(JsonNode form) {
    return new String(Api.bytes(form), StandardCharsets.UTF_8);
  }
}
