package health.backstep.faults.check.reading;

import health.backstep.faults.cluster.Cluster;
import health.backstep.faults.cluster.Instance;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.process.Pause;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Waits until everything that was decided has been sent and taken in, with nobody's help. */
public record Quiet(Cluster cluster) {

  /** Twice in a row, because an event that is taken in makes others. */
  private static final int LOOKS = 2;

  private static final int BETWEEN_MILLIS = 1_000;

  /**
   * Returns when nothing is left to do or the limit has passed; the checker sees which.
   *
   * @return whether nothing is left
   */
  public boolean await(Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    int quiet = 0;
    while (quiet < LOOKS && System.nanoTime() < deadline) {
      quiet = isQuiet() ? quiet + 1 : 0;
      if (!Pause.of(BETWEEN_MILLIS)) {
        return false;
      }
    }
    return quiet >= LOOKS;
  }

  private boolean isQuiet() {
    try {
      return cluster.instances().stream().allMatch(Instance::isReady)
          && left() == 0
          && Lag.read(cluster.kafka()).values().stream().allMatch(lag -> lag == 0);
    } catch (ExecutionException | TimeoutException | IllegalStateException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private long left() {
    long left = 0;
    for (ServiceName service : ServiceName.values()) {
      left +=
          Rows.reading(
              () -> cluster.connect(service),
              rows ->
                  rows.number(
                      "select (select count(*) from outbox where sent_at is null)"
                          + " + (select count(*) from inbox_parked)"));
    }
    return left;
  }

  /** What is left, in words for whoever waits. */
  public Map<String, Long> lag() throws InterruptedException {
    try {
      return Lag.read(cluster.kafka());
    } catch (ExecutionException | TimeoutException e) {
      return Map.of("Kafka does not answer", 1L);
    }
  }
}
