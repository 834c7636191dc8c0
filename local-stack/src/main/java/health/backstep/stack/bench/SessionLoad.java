package health.backstep.stack.bench;

import static health.backstep.stack.platform.ServiceName.SESSION;

import java.io.IOException;
import java.time.Duration;

/**
 * Sessions as fast as the service takes them: each connection sends the next one when the last was
 * answered.
 */
record SessionLoad(Platform platform, Training training, Tally tally) {

  /** Sessions accepted per second. */
  double perSecond(Duration length) {
    return ClosedLoop.perSecond(Floors.CONNECTIONS, length, (_, deadline) -> post(deadline));
  }

  /** The same at a rate that is given. */
  PacedLoad paced() {
    return new PacedLoad(() -> platform.connect(SESSION), this::post);
  }

  private long post(long deadline) throws IOException {
    long accepted = 0;
    try (KeepAlive connection = platform.connect(SESSION)) {
      while (System.nanoTime() < deadline) {
        accepted += post(connection) ? 1 : 0;
      }
    }
    return accepted;
  }

  /** Posts one session; whether it was accepted. */
  boolean post(KeepAlive connection) throws IOException {
    Workout workout = training.next();
    boolean accepted =
        connection.write("POST", workout.path(), workout.key(), workout.body()).status() == 201;
    if (accepted) {
      tally.sessionAccepted();
    } else {
      tally.failed();
    }
    return accepted;
  }
}
