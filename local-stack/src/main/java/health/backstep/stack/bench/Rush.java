package health.backstep.stack.bench;

import static health.backstep.stack.platform.ServiceName.SESSION;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;

/**
 * Three times as many sessions as the service can take, at a fixed rate, and how many of them are
 * answered well in time all the same. An app gives up after the time limit; a call that was not
 * sent by then is not sent any more.
 */
record Rush(Platform platform, Training training, Tally tally) {

  /** Counted from when the call should have been sent. */
  static final Duration TIME_LIMIT = Duration.ofSeconds(1);

  static final int TIMES = 3;

  private static final int CONNECTIONS = 256;

  /**
   * What came of it.
   *
   * @param offered sessions per second that were to be posted
   * @param good of them answered 201 within the time limit
   * @param lag how much later than intended the generator began
   */
  record Result(double offered, double good, Latencies lag) {}

  private record Outcome(boolean good, long lag) {}

  Result run(double most, Duration length) throws IOException {
    double offered = TIMES * most;
    int count = Math.max(1, (int) (offered * length.toMillis() / 1000));
    BlockingDeque<KeepAlive> free = new LinkedBlockingDeque<>();
    Unanswered unanswered = new Unanswered(platform, tally);
    for (int i = 0; i < CONNECTIONS; i++) {
      free.add(platform.connect(SESSION));
    }
    List<Outcome> outcomes =
        OpenLoop.run(count, offered, (_, intended) -> post(free, intended, unanswered));
    for (KeepAlive connection : free) {
      connection.close();
    }
    unanswered.settle();
    double good = outcomes.stream().filter(Outcome::good).count() * offered / count;
    long[] lag = outcomes.stream().mapToLong(Outcome::lag).toArray();
    return new Result(offered, good, new Latencies(lag));
  }

  private Outcome post(BlockingDeque<KeepAlive> free, long intended, Unanswered unanswered)
      throws IOException, InterruptedException {
    long lag = System.nanoTime() - intended;
    KeepAlive connection = free.pollFirst(TIME_LIMIT.toNanos() - lag, TimeUnit.NANOSECONDS);
    if (connection == null) {
      return new Outcome(false, lag);
    }
    Workout workout = training.next();
    try {
      boolean accepted = accepted(connection, workout);
      free.addFirst(connection);
      return new Outcome(accepted && inTime(intended), lag);
    } catch (IOException _) {
      unanswered.add(workout);
      connection.close();
      free.addFirst(platform.connect(SESSION));
      return new Outcome(false, lag);
    }
  }

  /** A refusal is what the service is asked for here, and no failure. */
  private boolean accepted(KeepAlive connection, Workout workout) throws IOException {
    int status = connection.write("POST", workout.path(), workout.key(), workout.body()).status();
    switch (status) {
      case 201 -> tally.sessionAccepted();
      case 429, 503 -> {}
      default -> tally.failed();
    }
    return status == 201;
  }

  private static boolean inTime(long intended) {
    return System.nanoTime() - intended <= TIME_LIMIT.toNanos();
  }
}
