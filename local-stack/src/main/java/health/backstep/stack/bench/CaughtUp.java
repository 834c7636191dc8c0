package health.backstep.stack.bench;

import static health.backstep.stack.platform.ServiceName.PLAN;
import static health.backstep.stack.platform.ServiceName.PROFILE;
import static health.backstep.stack.platform.ServiceName.SESSION;

import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.process.Pause;
import java.time.Duration;

/**
 * Waits until every event that was decided has been sent, and taken in by the two services that act
 * on all of them.
 */
record CaughtUp(Platform platform) {

  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final int LOOK_MILLIS = 100;
  private static final String UNSENT = "select count(*) from outbox where sent_at is null";
  private static final String TAKEN_IN = "select count(*) from inbox_event";

  /**
   * Returns the time that it took.
   *
   * @throws IllegalStateException naming what is behind when it takes over two minutes
   */
  Duration await() {
    long begun = System.nanoTime();
    while (isBehind()) {
      Duration waited = Duration.ofNanos(System.nanoTime() - begun);
      if (waited.compareTo(LONGEST) > 0 || !Pause.of(LOOK_MILLIS)) {
        throw new IllegalStateException("the services did not catch up: " + numbers());
      }
    }
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private boolean isBehind() {
    for (ServiceName service : ServiceName.values()) {
      if (platform.count(service, UNSENT) > 0) {
        return true;
      }
    }
    return planIsBehind() || sessionIsBehind();
  }

  private boolean planIsBehind() {
    return platform.count(PLAN, TAKEN_IN) < events(PROFILE) + events(SESSION);
  }

  private boolean sessionIsBehind() {
    return platform.count(SESSION, TAKEN_IN) < events(PROFILE) + events(PLAN);
  }

  private long events(ServiceName service) {
    return platform.count(
        service,
        "select count(*) from outbox where topic = 'pt." + service.database() + ".events.v1'");
  }

  private String numbers() {
    StringBuilder numbers = new StringBuilder();
    for (ServiceName service : ServiceName.values()) {
      numbers.append(
          "%s has %d unsent, %d sent or not, %d taken in; "
              .formatted(
                  service.processName(),
                  platform.count(service, UNSENT),
                  events(service),
                  platform.count(service, TAKEN_IN)));
    }
    return numbers.toString();
  }
}
