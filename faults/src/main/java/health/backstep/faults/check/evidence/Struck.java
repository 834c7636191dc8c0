package health.backstep.faults.check.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A fault that was done.
 *
 * @param name as in the table
 * @param ended when it was put right again
 * @param recovery from then until the services did their work again; empty when they did not within
 *     the limit
 */
public record Struck(String name, Instant begun, Instant ended, Optional<Duration> recovery) {

  /** Whether the database was away or its connections broke. */
  public boolean isOfDatabase() {
    return name.contains("PostgreSQL") || name.contains("database") || name.contains("COMMIT");
  }

  /** Whether topics were emptied, so that what is on them was sent a second time. */
  public boolean emptiesTopics() {
    return name.contains("lost") || name.contains("wiped");
  }
}
