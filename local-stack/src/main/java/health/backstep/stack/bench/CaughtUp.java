package health.backstep.stack.bench;

import static health.backstep.stack.platform.ServiceName.PLAN;
import static health.backstep.stack.platform.ServiceName.PROFILE;
import static health.backstep.stack.platform.ServiceName.SESSION;

import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.process.Pause;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Waits until every event that was decided has been sent, and taken in by the two services that act
 * on all of them.
 */
record CaughtUp(Platform platform) {

  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final int LOOK_MILLIS = 100;
  private static final String UNSENT = "select count(*) from outbox where sent_at is null";

  /** Numbers without a gap add up to how many events there are, and are far fewer to read. */
  private static final String DECIDED =
      "select coalesce(sum(last_sequence), 0)::bigint from event_sequence";

  private static final String TAKEN_IN =
      "select coalesce(sum(last_sequence), 0)::bigint from inbox_stream where source = '/%s'";

  /**
   * Returns the time that it took.
   *
   * @throws IllegalStateException naming what is behind when it takes over two minutes
   */
  Duration await() {
    return awaitEnd(this::isBehind);
  }

  /** Waits only until every event has been sent. */
  void awaitSent() {
    awaitEnd(this::isUnsent);
  }

  private Duration awaitEnd(BooleanSupplier behind) {
    long begun = System.nanoTime();
    while (behind.getAsBoolean()) {
      Duration waited = Duration.ofNanos(System.nanoTime() - begun);
      if (waited.compareTo(LONGEST) > 0 || !Pause.of(LOOK_MILLIS)) {
        throw new IllegalStateException("the services did not catch up: " + numbers());
      }
    }
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private boolean isUnsent() {
    return Arrays.stream(ServiceName.values())
        .anyMatch(service -> platform.count(service, UNSENT) > 0);
  }

  private boolean isBehind() {
    return isUnsent()
        || isBehind(PLAN, PROFILE)
        || isBehind(PLAN, SESSION)
        || isBehind(SESSION, PROFILE)
        || isBehind(SESSION, PLAN);
  }

  private boolean isBehind(ServiceName reader, ServiceName source) {
    return takenIn(reader, source) < platform.count(source, DECIDED);
  }

  private long takenIn(ServiceName reader, ServiceName source) {
    return platform.count(reader, TAKEN_IN.formatted(source.processName()));
  }

  private String numbers() {
    StringBuilder numbers = new StringBuilder();
    for (ServiceName source : ServiceName.values()) {
      numbers.append(
          "%s has %d unsent of %d, of which plan-service took in %d and session-service %d; "
              .formatted(
                  source.processName(),
                  platform.count(source, UNSENT),
                  platform.count(source, DECIDED),
                  takenIn(PLAN, source),
                  takenIn(SESSION, source)));
    }
    return numbers.toString();
  }
}
