package health.backstep.stack.bench;

import static health.backstep.stack.platform.ServiceName.PLAN;

import com.fasterxml.jackson.databind.JsonNode;
import health.backstep.stack.demo.Api;
import health.backstep.stack.seed.SeededPatient;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;

/** What is sent to a platform that was filled: a third of the patients for each kind. */
record GrowthLoads(
    GrowthPlan plan,
    Steps steps,
    Floors floors,
    CaughtUp caughtUp,
    SessionLoad sessions,
    ReadLoad reads,
    PacedLoad pacedSessions,
    PacedLoad pacedReads,
    FlareLoad flares,
    Flaring flaring)
    implements AutoCloseable {

  /** The lives that were copied end before it, so that these sessions come last. */
  private static final Duration BACK = Duration.ofHours(20);

  private static final Duration STEP = Duration.ofMinutes(1);
  private static final int QUARTER = 4;

  /**
   * Flares take ways of their own through the code: with one, they told more of a JVM than of it.
   */
  private static final int FLARE_WARM_UPS = 10;

  static GrowthLoads on(
      Platform platform, List<SeededPatient> patients, GrowthPlan plan, Steps steps, Floors floors)
      throws IOException {
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    int third = patients.size() / 3;
    Training training =
        new Training(trainees(platform, patients.subList(0, third)), now.minus(BACK), STEP, now);
    SessionLoad sessions = new SessionLoad(platform, training, platform.tally());
    ReadLoad reads =
        new ReadLoad(() -> platform.connect(PLAN), paths(patients.subList(third, 2 * third)));
    List<String> flaring =
        patients.subList(2 * third, patients.size()).stream()
            .map(patient -> patient.id().toString())
            .toList();
    return new GrowthLoads(
        plan,
        steps,
        floors,
        new CaughtUp(platform),
        sessions,
        reads,
        sessions.paced(),
        new PacedLoad(() -> platform.connect(PLAN), reads::read),
        new FlareLoad(platform, sessions.paced(), now, platform.tally()),
        Flaring.among(flaring, FLARE_WARM_UPS, plan.rounds(), plan.load()));
  }

  /**
   * What is slow at first is not counted: the JVMs at the first size, which would seem slower than
   * the next, and the caches of the size before at each.
   */
  void warmUp(String size, boolean isFirst) {
    Duration limit = isFirst ? plan.warmUp() : plan.load().multipliedBy(2);
    WarmUp posted = warmUp(size + "warm-up", limit, sessions::perSecond);
    caughtUp.await();
    warmUp(size + "warm-up: reads", limit, reads::perSecond);
    step(size + "warm-up: flares", () -> warmUpFlares(posted.perSecond()));
  }

  private int warmUpFlares(double sessionsPerSecond) throws Exception {
    for (int number = 0; number < FLARE_WARM_UPS; number++) {
      flares.run(flaring.warmUp(number, sessionsPerSecond));
    }
    return FLARE_WARM_UPS;
  }

  private WarmUp warmUp(String name, Duration limit, ToDoubleFunction<Duration> load) {
    return step(name, () -> WarmUp.until(limit, () -> load.applyAsDouble(WarmUp.WINDOW)));
  }

  GrowthRound round(String size, int number) {
    caughtUp.await();
    String name = size + "round " + number + " ";
    double commits = step(name + "commits", () -> floors.commitsPerSecond(plan.load()));
    double posted = step(name + "sessions", () -> sessions.perSecond(plan.load()));
    caughtUp.await();
    double read = step(name + "reads", () -> reads.perSecond(plan.load()));
    PacedLoad.Result slowly =
        step(name + "sessions, paced", () -> pacedSessions.run(posted / QUARTER, plan.load()));
    caughtUp.await();
    PacedLoad.Result slowReads =
        step(name + "reads, paced", () -> pacedReads.run(read / QUARTER, plan.load()));
    FlareLoad.Result readable =
        step(name + "flares", () -> flares.run(flaring.round(number, posted)));
    return new GrowthRound(commits, posted, read, slowly, slowReads, readable);
  }

  @Override
  public void close() throws IOException {
    flares.close();
  }

  private <T> T step(String name, Callable<T> work) {
    return steps.step(name, work);
  }

  /** Copies of a life have the same plan, so one of each is read. */
  private static List<Trainee> trainees(Platform platform, List<SeededPatient> patients) {
    Api api = platform.api();
    Map<Integer, JsonNode> plans = new HashMap<>();
    return patients.stream()
        .map(
            patient ->
                Trainee.of(
                    patient.id().toString(),
                    plans.computeIfAbsent(
                        patient.life(), _ -> api.get(PLAN, path(patient)).body())))
        .toList();
  }

  private static List<String> paths(List<SeededPatient> patients) {
    return patients.stream().map(GrowthLoads::path).toList();
  }

  private static String path(SeededPatient patient) {
    return "/v1/patients/" + patient.id() + "/plan";
  }
}
