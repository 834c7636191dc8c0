package health.backstep.backbone.outbox;

import java.time.Duration;
import java.time.Instant;

/** A time in which no instance of the service was at work, longer than a day. */
record Absence(Instant begunAt, Instant endedAt) {

  Duration length() {
    return Duration.between(begunAt, endedAt);
  }
}
