package health.backstep.stack.bench;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Green sessions to be posted, as many as are asked for. The patients train one after the other, so
 * that two sessions of one patient are far apart.
 */
final class Training {

  private static final int SESSION_MINUTES = 11;

  private final List<Trainee> trainees;
  private final OffsetDateTime first;
  private final Duration step;
  private final OffsetDateTime now;
  private final AtomicLong given = new AtomicLong();

  /**
   * @param first when everybody trains for the first time
   * @param step from one session of a patient to the next
   */
  Training(List<Trainee> trainees, OffsetDateTime first, Duration step, OffsetDateTime now) {
    this.trainees = List.copyOf(trainees);
    this.first = first.truncatedTo(ChronoUnit.SECONDS);
    this.step = step;
    this.now = now;
  }

  /**
   * The next session.
   *
   * @throws IllegalStateException when the time until now is used up
   */
  Workout next() {
    long number = given.getAndIncrement();
    OffsetDateTime start = first.plus(step.multipliedBy(number / trainees.size()));
    OffsetDateTime end = start.plusMinutes(SESSION_MINUTES);
    if (end.isAfter(now)) {
      throw new IllegalStateException(
          "the %d patients have trained as often as they can until now; measure for fewer seconds"
              .formatted(trainees.size()));
    }
    Trainee trainee = trainees.get((int) (number % trainees.size()));
    String key = "session-" + first.toEpochSecond() + "-" + number;
    return new Workout(trainee.patient(), key, body(trainee, start, end));
  }

  private static String body(Trainee trainee, OffsetDateTime start, OffsetDateTime end) {
    return "{\"planVersion\":"
        + trainee.planVersion()
        + ",\"startedAt\":\""
        + start
        + "\",\"endedAt\":\""
        + end
        + "\",\"painBefore\":2,\"painAfter\":2,\"exercises\":"
        + trainee.exercises()
        + "}";
  }
}
