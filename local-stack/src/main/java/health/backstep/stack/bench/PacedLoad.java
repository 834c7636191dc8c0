package health.backstep.stack.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;

/** Calls at a fixed rate, timed from when each should have been sent. */
record PacedLoad(ReadLoad.Connecting connecting, Call call) {

  /** One call; false when the answer was not the one expected, so that its time counts for none. */
  interface Call {
    boolean on(KeepAlive connection) throws IOException;
  }

  /**
   * What was measured.
   *
   * @param lag how much later than intended the generator began
   */
  record Result(Latencies answered, Latencies lag) {}

  private record Times(long answered, long lag) {}

  private static final int CONNECTIONS = 64;

  Result run(double perSecond, Duration length) throws IOException {
    BlockingDeque<KeepAlive> free = new LinkedBlockingDeque<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      free.add(connecting.open());
    }
    int count = Math.max(1, (int) (perSecond * length.toMillis() / 1000));
    List<Times> times = OpenLoop.run(count, perSecond, (_, intended) -> timed(free, intended));
    for (KeepAlive connection : free) {
      connection.close();
    }
    return new Result(
        new Latencies(times.stream().mapToLong(Times::answered).filter(t -> t > 0).toArray()),
        new Latencies(times.stream().mapToLong(Times::lag).toArray()));
  }

  private Times timed(BlockingDeque<KeepAlive> free, long intended)
      throws IOException, InterruptedException {
    long lag = System.nanoTime() - intended;
    KeepAlive connection = free.takeFirst();
    try {
      boolean asExpected = call.on(connection);
      return new Times(asExpected ? System.nanoTime() - intended : 0, lag);
    } finally {
      free.addFirst(connection);
    }
  }
}
