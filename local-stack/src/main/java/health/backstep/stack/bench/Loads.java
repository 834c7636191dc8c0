package health.backstep.stack.bench;

import static health.backstep.stack.platform.ServiceName.PLAN;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * All that is sent to the product, and the bare route beside it.
 *
 * @param plans reads of plans
 * @param bare reads of the same bytes without anything around them
 */
record Loads(
    SessionLoad sessions,
    BatchLoad batches,
    Rush rush,
    ReadLoad plans,
    ReadLoad bare,
    FlareLoad flares,
    Flaring flaring)
    implements AutoCloseable {

  static Loads on(
      Platform platform, Enrolment enrolment, Cohorts cohorts, BenchPlan plan, OffsetDateTime now)
      throws IOException {
    Tally tally = platform.tally();
    JsonNode firstPlan = enrolment.plan(cohorts.training().getFirst());
    Training training = training(cohorts.training(), enrolment.assessedAt(), now, firstPlan);
    List<String> paths =
        cohorts.reading().stream().map(patient -> "/v1/patients/" + patient + "/plan").toList();
    SessionLoad sessions = new SessionLoad(platform, training, tally);
    return new Loads(
        sessions,
        new BatchLoad(platform, training, tally),
        new Rush(platform, training, tally),
        new ReadLoad(() -> platform.connect(PLAN), paths),
        BareRoute.serving(document(platform, paths.getFirst()), platform.stack()).load(),
        new FlareLoad(platform, sessions.paced(), now, tally),
        flaring(cohorts.flaring(), plan));
  }

  /** Everybody trains once a day; all have the same plan. */
  private static Training training(
      List<String> patients, OffsetDateTime assessedAt, OffsetDateTime now, JsonNode plan) {
    List<Trainee> trainees = patients.stream().map(patient -> Trainee.of(patient, plan)).toList();
    return new Training(trainees, assessedAt.plusDays(1), Duration.ofDays(1), now);
  }

  private static Flaring flaring(List<String> patients, BenchPlan plan) {
    return Flaring.among(patients, plan.flareWarmUps(), plan.rounds(), plan.load());
  }

  private static String document(Platform platform, String path) throws IOException {
    try (KeepAlive connection = platform.connect(PLAN)) {
      return connection.get(path).body();
    }
  }

  @Override
  public void close() throws IOException {
    flares.close();
  }
}
