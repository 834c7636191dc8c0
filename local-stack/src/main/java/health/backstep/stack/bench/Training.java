package health.backstep.stack.bench;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Green sessions to be posted, as many as are asked for. The patients train one after the other, so
 * that two sessions of one patient are far apart.
 */
final class Training {

  private static final int SESSION_MINUTES = 11;

  /** A patient, and how often that patient has trained. */
  private record Member(Trainee trainee, AtomicInteger trained) {}

  private final List<Member> members;
  private final OffsetDateTime first;
  private final Duration step;
  private final OffsetDateTime now;
  private final AtomicInteger turns = new AtomicInteger();

  /**
   * @param first when everybody trains for the first time
   * @param step from one session of a patient to the next
   */
  Training(List<Trainee> trainees, OffsetDateTime first, Duration step, OffsetDateTime now) {
    this(
        first.truncatedTo(ChronoUnit.SECONDS),
        step,
        now,
        trainees.stream().map(trainee -> new Member(trainee, new AtomicInteger())).toList());
  }

  private Training(OffsetDateTime first, Duration step, OffsetDateTime now, List<Member> members) {
    this.members = members;
    this.first = first;
    this.step = step;
    this.now = now;
  }

  /**
   * The same patients dealt out to so many senders, each with patients that no other has. Their
   * sessions go on from those that were given before.
   */
  List<Training> dealtOutTo(int senders) {
    return IntStream.range(0, senders)
        .mapToObj(sender -> new Training(first, step, now, hand(sender, senders)))
        .toList();
  }

  private List<Member> hand(int sender, int senders) {
    return IntStream.range(0, members.size())
        .filter(place -> place % senders == sender % members.size())
        .mapToObj(members::get)
        .toList();
  }

  /**
   * The next session.
   *
   * @throws IllegalStateException when the time until now is used up
   */
  Workout next() {
    Member member = members.get(Math.floorMod(turns.getAndIncrement(), members.size()));
    int before = member.trained().getAndIncrement();
    OffsetDateTime start = first.plus(step.multipliedBy(before));
    OffsetDateTime end = start.plusMinutes(SESSION_MINUTES);
    if (end.isAfter(now)) {
      throw new IllegalStateException(
          "the %d patients have trained as often as they can until now; measure for fewer seconds"
              .formatted(members.size()));
    }
    Trainee trainee = member.trainee();
    String key = "session-" + first.toEpochSecond() + "-" + trainee.patient() + "-" + before;
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
