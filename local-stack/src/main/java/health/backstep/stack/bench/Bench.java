package health.backstep.stack.bench;

import com.fasterxml.jackson.databind.JsonNode;
import health.backstep.stack.LocalStack;
import health.backstep.stack.Progress;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Measures a freshly started stack: floors and product in turn, then whether the counts match. */
public final class Bench {

  private final Platform platform;
  private final BenchPlan plan;
  private final Progress progress;
  private final Tally tally = new Tally();
  private final CaughtUp caughtUp;
  private WarmUp warmUp;
  private double others;

  private Bench(LocalStack stack, BenchPlan plan, Progress progress) {
    this.platform = new Platform(stack);
    this.plan = plan;
    this.progress = progress;
    this.caughtUp = new CaughtUp(platform);
  }

  /**
   * Measures.
   *
   * @param starts measured before, on a ground of their own
   * @throws IllegalStateException when a part of the platform fails
   */
  public static BenchReport run(
      LocalStack stack, BenchPlan plan, Starts starts, Progress progress) {
    Clock clock = Clock.systemUTC();
    Instant begun = clock.instant();
    Bench bench = new Bench(stack, plan, progress);
    try {
      List<Round> rounds = bench.rounds(OffsetDateTime.now(clock));
      Counts counts = Counts.of(bench.platform, bench.tally);
      Duration took = Duration.between(begun, clock.instant());
      return new BenchReport(
          Machine.here(),
          bench.warmUp,
          bench.others,
          new Figures(rounds),
          starts,
          counts,
          begun,
          took);
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("the load generator failed: " + e.getMessage(), e);
    }
  }

  private List<Round> rounds(OffsetDateTime now) throws IOException, SQLException {
    Enrolment enrolment = Enrolment.on(platform, now);
    List<String> patients =
        step("Patients", () -> enrolment.enrol(plan.patients(), plan.enrolment()));
    step("Plans of %d patients".formatted(patients.size()), caughtUp::await);
    JsonNode firstPlan = enrolment.plan(patients.getFirst());
    int training = plan.inSessions(patients.size());
    SessionLoad sessions =
        new SessionLoad(
            platform, patients.subList(0, training), enrolment.assessedAt(), firstPlan, tally);
    Flaring flaring =
        new Flaring(
            patients.subList(training, patients.size()),
            plan.flaresInARound(patients.size()),
            plan.latency());
    try (FlareLoad flares = new FlareLoad(platform, now, tally)) {
      return warmThenMeasure(sessions, flares, flaring);
    }
  }

  private List<Round> warmThenMeasure(SessionLoad sessions, FlareLoad flares, Flaring flaring)
      throws SQLException {
    warmUp =
        step(
            "Warm-up: sessions",
            () -> WarmUp.until(plan.warmUp(), () -> sessions.perSecond(WarmUp.WINDOW)));
    caughtUp.await();
    step("Warm-up: flares", () -> flares.run(flaring.of(0, warmUp.perSecond())));
    FloorTable table = FloorTable.likeTheServices(platform);
    List<Round> rounds = new ArrayList<>();
    try (Floors floors = new Floors(table, KafkaLoop.on(platform.bootstrapServers()))) {
      step("Warm-up: floors", () -> warm(floors));
      CpuUse before = CpuUse.now();
      for (int round = 1; round <= plan.rounds(); round++) {
        rounds.add(round(round, floors, sessions, flares, flaring));
      }
      others = CpuUse.now().takenByOthers(before, Machine.here().cores());
    }
    step("Counting", caughtUp::await);
    return rounds;
  }

  private Latencies warm(Floors floors) throws SQLException {
    Duration length = plan.floor();
    floors.commitsPerSecond(length);
    return floors.commitKafkaCommits(length);
  }

  private Round round(
      int number, Floors floors, SessionLoad sessions, FlareLoad flares, Flaring flaring) {
    String name = "Round " + number + ": ";
    caughtUp.await();
    double commits = step(name + "commits", () -> floors.commitsPerSecond(plan.floor()));
    Latencies kafka = step(name + "Kafka", () -> floors.kafkaRoundTrips(plan.floor()));
    Latencies both = step(name + "both", () -> floors.commitKafkaCommits(plan.floor()));
    double perSecond = step(name + "sessions", () -> sessions.perSecond(plan.load()));
    Duration behind = step(name + "catching up", caughtUp::await);
    FlareLoad.Result readable =
        step(name + "flares", () -> flares.run(flaring.of(number, perSecond)));
    return new Round(commits, kafka, both, perSecond, behind, readable);
  }

  private <T> T step(String name, Callable<T> work) {
    List<T> result = new ArrayList<>();
    progress.during(
        name,
        () -> {
          try {
            result.add(work.call());
          } catch (RuntimeException e) {
            throw e;
          } catch (Exception e) {
            throw new IllegalStateException(name + " failed: " + e.getMessage(), e);
          }
        });
    return result.getFirst();
  }
}
