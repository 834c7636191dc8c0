package health.backstep.stack.bench;

import static health.backstep.stack.platform.ServiceName.SESSION;

import health.backstep.stack.process.Pause;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Sessions whose answer got lost. Whether they were accepted is found out by sending them again
 * with the same key, as an app does.
 */
final class Unanswered {

  private static final int PAUSE_MILLIS = 50;
  private static final int MOST_TRIES = 200;

  private final Platform platform;
  private final Tally tally;
  private final Queue<Workout> workouts = new ConcurrentLinkedQueue<>();

  Unanswered(Platform platform, Tally tally) {
    this.platform = platform;
    this.tally = tally;
  }

  void add(Workout workout) {
    workouts.add(workout);
  }

  /** Sends all of them until each was answered other than "later". */
  void settle() throws IOException {
    if (workouts.isEmpty()) {
      return;
    }
    try (KeepAlive connection = platform.connect(SESSION)) {
      for (Workout workout : workouts) {
        if (settled(connection, workout) == 201) {
          tally.sessionAccepted();
        } else {
          tally.failed();
        }
      }
    }
  }

  private static int settled(KeepAlive connection, Workout workout) throws IOException {
    int status = 503;
    for (int i = 0; i < MOST_TRIES && status == 503 && Pause.of(PAUSE_MILLIS); i++) {
      status = connection.write("POST", workout.path(), workout.key(), workout.body()).status();
    }
    return status;
  }
}
