package health.backstep.stack.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;

/** Floors and product in turn, so that what disturbs the machine disturbs both. */
record Rounds(
    BenchPlan plan, Steps steps, Budget budget, Floors floors, Loads loads, CaughtUp caughtUp) {

  /** They share most of what sessions have warmed, so they have a fraction of the time. */
  private static final int OTHERS_WARM_UP = 3;

  /** A start of plan-service and all around it. */
  private static final Duration A_BACKLOG = Duration.ofSeconds(15);

  /** Makes the JVMs warm; what it is slow at then is not counted. */
  WarmUp warmUp() throws SQLException {
    WarmUp sessions = warmUp("sessions", plan.warmUp(), loads.sessions()::perSecond);
    caughtUp.await();
    Duration others = plan.warmUp().dividedBy(OTHERS_WARM_UP);
    warmUp("batches", others, loads.batches()::rowsPerSecond);
    caughtUp.await();
    warmUp("reads", others, loads.plans()::perSecond);
    warmUp("bare route", others, loads.bare()::perSecond);
    for (int number = 0; number < plan.flareWarmUps(); number++) {
      Flaring.Turn turn = loads.flaring().warmUp(number, sessions.perSecond());
      steps.step("Warm-up: flares", () -> flaresAndFloor(turn));
    }
    floors.commitsPerSecond(plan.floor());
    return sessions;
  }

  private WarmUp warmUp(String name, Duration limit, ToDoubleFunction<Duration> load) {
    return steps.step(
        "Warm-up: " + name, () -> WarmUp.until(limit, () -> load.applyAsDouble(WarmUp.WINDOW)));
  }

  List<Round> all() {
    List<Round> rounds = new ArrayList<>();
    for (int number = 1; number <= plan.rounds(); number++) {
      if (number > 1 && !budget.allowsOneMore(A_BACKLOG.multipliedBy(plan.backlogs()))) {
        break;
      }
      long begun = System.nanoTime();
      rounds.add(round(number));
      budget.took(Duration.ofNanos(System.nanoTime() - begun));
    }
    return rounds;
  }

  private Round round(int number) {
    String name = "Round " + number + ": ";
    caughtUp.await();
    double commits = step(name + "commits", () -> floors.commitsPerSecond(plan.floor()));
    Latencies kafka = step(name + "Kafka", () -> floors.kafkaRoundTrips(plan.floor()));
    double sessions = step(name + "sessions", () -> loads.sessions().perSecond(plan.load()));
    Duration behind = step(name + "catching up", caughtUp::await);
    double rows = step(name + "batches", () -> loads.batches().rowsPerSecond(plan.load()));
    caughtUp.await();
    double bare = step(name + "bare reads", () -> loads.bare().perSecond(plan.reads()));
    double plans = step(name + "plan reads", () -> loads.plans().perSecond(plan.reads()));
    Rush.Result rush = step(name + "overload", () -> loads.rush().run(sessions, plan.load()));
    caughtUp.await();
    Flaring.Turn turn = loads.flaring().round(number, sessions);
    var flares = step(name + "flares", () -> flaresAndFloor(turn));
    return new Round(
        commits, kafka, flares.floor(), sessions, behind, rows, plans, bare, rush, flares.result());
  }

  private Floors.Beside<FlareLoad.Result> flaresAndFloor(Flaring.Turn turn) throws Exception {
    return floors.commitKafkaCommitsBeside(() -> loads.flares().run(turn));
  }

  private <T> T step(String name, Callable<T> work) {
    return steps.step(name, work);
  }
}
