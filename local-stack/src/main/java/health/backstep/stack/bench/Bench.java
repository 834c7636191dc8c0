package health.backstep.stack.bench;

import health.backstep.stack.LocalStack;
import health.backstep.stack.Progress;
import health.backstep.stack.platform.ServiceName;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Measures a freshly started stack: floors and product in turn, then whether the counts match. */
public final class Bench {

  private final LocalStack stack;
  private final Platform platform;
  private final BenchPlan plan;
  private final Starts starts;
  private final Steps steps;
  private final Budget budget;
  private final CaughtUp caughtUp;
  private final Clock clock = Clock.systemUTC();
  private final Instant begun = clock.instant();
  private final Moment beginning;

  private Bench(
      LocalStack stack, Platform platform, BenchPlan plan, Starts starts, Progress progress) {
    this.stack = stack;
    this.platform = platform;
    this.plan = plan;
    this.starts = starts;
    this.steps = new Steps(progress);
    this.budget = new Budget(plan.budget());
    this.caughtUp = new CaughtUp(platform);
    this.beginning = Moment.now(platform, begun);
  }

  /**
   * Measures.
   *
   * @param starts measured before, on a ground of their own
   * @throws IllegalStateException when a part of the platform fails
   */
  public static BenchReport run(
      LocalStack stack, BenchPlan plan, Starts starts, Progress progress) {
    try (Platform platform = new Platform(stack)) {
      return new Bench(stack, platform, plan, starts, progress).run();
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("the load generator failed: " + e.getMessage(), e);
    }
  }

  private BenchReport run() throws IOException, SQLException {
    OffsetDateTime now = OffsetDateTime.now(clock);
    Enrolment enrolment = Enrolment.on(platform, now);
    List<String> patients =
        steps.step("Patients", () -> enrolment.enrol(plan.patients(), plan.enrolment()));
    steps.step("Plans of %d patients".formatted(patients.size()), caughtUp::await);
    Cohorts cohorts = Cohorts.of(patients, plan);
    try (Loads loads = Loads.on(platform, enrolment, cohorts, plan, now)) {
      loads.sessions().perSecond(Duration.ofSeconds(1));
      FloorTable table = FloorTable.likeTheServices(platform);
      try (Floors floors = new Floors(table, KafkaLoop.on(platform.bootstrapServers()))) {
        return measure(new Rounds(plan, steps, budget, floors, loads, caughtUp));
      }
    }
  }

  private BenchReport measure(Rounds rounds) throws SQLException {
    WarmUp warmUp = rounds.warmUp();
    CpuUse before = CpuUse.now();
    List<Round> measured = rounds.all();
    Map<ServiceName, Double> memory = ResidentMemory.ofServices(stack.processes());
    List<BacklogRound> backlogs = backlogs(rounds);
    double others = CpuUse.now().takenByOthers(before, Machine.here().cores());
    steps.step("Counting", caughtUp::await);
    Conditions conditions =
        new Conditions(
            Machine.here(),
            rounds.floors().committer(),
            warmUp,
            plan.rounds(),
            others,
            begun,
            Duration.between(begun, clock.instant()));
    Counts counts = Counts.since(beginning, platform);
    return new BenchReport(conditions, new Figures(measured, backlogs), starts, memory, counts);
  }

  private List<BacklogRound> backlogs(Rounds rounds) {
    Backlog backlog = new Backlog(stack, platform, rounds.loads().batches(), caughtUp);
    Budget left = budget.forOthers();
    List<BacklogRound> measured = new ArrayList<>();
    for (int number = 1; number <= plan.backlogs(); number++) {
      if (number > 1 && !left.allowsOneMore(Duration.ZERO)) {
        break;
      }
      long start = System.nanoTime();
      double commits = rounds.floors().commitsPerSecond(plan.floor());
      measured.add(steps.step("Backlog " + number, () -> backlog.run(commits, plan.load())));
      left.took(Duration.ofNanos(System.nanoTime() - start));
    }
    return measured;
  }
}
