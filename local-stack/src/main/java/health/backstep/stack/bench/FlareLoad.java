package health.backstep.stack.bench;

import static health.backstep.stack.platform.ServiceName.PLAN;
import static health.backstep.stack.platform.ServiceName.SESSION;

import health.backstep.stack.demo.Forms;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingDeque;

/**
 * Flares among sessions at fixed rates, whatever the platform does (open loop): each flare is
 * posted at its time, then the plan is read that knows of it. The time counts from when the flare
 * should have been posted.
 */
final class FlareLoad implements AutoCloseable {

  /**
   * What was measured.
   *
   * @param perSecond flares
   * @param sessionsPerSecond that came besides
   * @param readable from the intended begin of a post to the plan read
   * @param lag how much later than intended the generator began
   */
  record Result(double perSecond, double sessionsPerSecond, Latencies readable, Latencies lag) {}

  private record Times(long readable, long lag) {}

  private record Pair(KeepAlive session, KeepAlive plan) {}

  private static final int PAIRS = 64;
  private static final int PAIN = 5;

  private final BlockingDeque<Pair> pairs = new LinkedBlockingDeque<>();
  private final PacedLoad others;
  private final String flare;
  private final Tally tally;

  /**
   * @param others sessions of other patients
   */
  FlareLoad(Platform platform, PacedLoad others, OffsetDateTime now, Tally tally)
      throws IOException {
    this.others = others;
    this.flare = Enrolment.json(Forms.flare(now.minusHours(1), PAIN, 3, "bridge"));
    this.tally = tally;
    for (int i = 0; i < PAIRS; i++) {
      pairs.add(new Pair(platform.connect(SESSION), platform.connect(PLAN)));
    }
  }

  /** One flare for each of the patients. */
  Result run(Flaring.Turn turn) throws Exception {
    try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
      Future<?> sessions = beside.submit(() -> others.run(turn.sessionsPerSecond(), turn.length()));
      List<Times> times = flares(turn);
      sessions.get();
      return result(turn, times);
    }
  }

  private List<Times> flares(Flaring.Turn turn) {
    List<String> patients = turn.patients();
    return OpenLoop.run(
        patients.size(),
        turn.perSecond(),
        (number, intended) -> flare(patients.get(number), intended));
  }

  private static Result result(Flaring.Turn turn, List<Times> times) {
    return new Result(
        turn.perSecond(),
        turn.sessionsPerSecond(),
        new Latencies(times.stream().mapToLong(Times::readable).filter(t -> t > 0).toArray()),
        new Latencies(times.stream().mapToLong(Times::lag).toArray()));
  }

  @Override
  public void close() throws IOException {
    for (Pair pair : pairs) {
      pair.session.close();
      pair.plan.close();
    }
  }

  private Times flare(String patient, long intended) throws IOException, InterruptedException {
    long lag = System.nanoTime() - intended;
    Pair pair = pairs.takeFirst();
    try {
      boolean readable = post(pair, "/v1/patients/" + patient, patient);
      return new Times(readable ? System.nanoTime() - intended : 0, lag);
    } finally {
      pairs.addFirst(pair);
    }
  }

  private boolean post(Pair pair, String path, String key) throws IOException {
    KeepAlive.Response posted = pair.session.write("POST", path + "/flares", "flare-" + key, flare);
    if (posted.status() != 201) {
      tally.failed();
      return false;
    }
    if (!posted.body().contains("\"episode\":\"CONTINUED\"")) {
      tally.flareAccepted();
    }
    String event = Fields.text(posted.body(), "eventId");
    boolean readable = pair.plan.get(path + "/plan?after=" + event + "&wait=PT20S").status() == 200;
    if (!readable) {
      tally.failed();
    }
    return readable;
  }
}
