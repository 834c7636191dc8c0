package health.backstep.security.fuzz.run;

import health.backstep.faults.check.reading.Quiet;
import health.backstep.faults.cluster.Cluster;
import health.backstep.stack.process.Pause;
import java.time.Duration;
import java.util.Map;

/** Waits until nothing changes any more by itself. */
final class Rest {

  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final int BETWEEN_MILLIS = 1_000;

  private Rest() {}

  /**
   * What all tables hold once they are at rest.
   *
   * @throws IllegalStateException when they do not come to rest
   */
  static Map<String, String> of(Cluster cluster) {
    if (!new Quiet(cluster).await(LIMIT)) {
      throw new IllegalStateException("the services do not come to rest: events are left");
    }
    return ofTables(cluster);
  }

  /** The same where events may wait for earlier ones that never come. */
  static Map<String, String> ofTables(Cluster cluster) {
    Stored stored = new Stored(cluster);
    long begun = System.nanoTime();
    Map<String, String> before;
    Map<String, String> now = stored.digests();
    boolean linked;
    do {
      before = now;
      Pause.of(BETWEEN_MILLIS);
      now = stored.digests();
      linked = AuditChains.waiting(cluster) == 0;
    } while (!(linked && now.equals(before)) && System.nanoTime() - begun < LIMIT.toNanos());
    if (!linked || !now.equals(before)) {
      throw new IllegalStateException(
          "the services do not come to rest: " + Changes.of(before, now));
    }
    return now;
  }
}
