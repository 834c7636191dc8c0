package health.backstep.stack.demo;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Something that the patient does or tells. Pain is on the 0-10 rating scale. */
sealed interface Step {

  Moment moment();

  /** In the patient's words; {@code {exercise}} stands for the one that hurt. */
  String words();

  /** What the plan has to do about it for the story to come out as told. */
  Optional<Change> expected();

  /** The worst pain that the patient tells in it. */
  int worstPain();

  /**
   * A time in the story.
   *
   * @param day from 0
   * @param time where the patient lives
   */
  record Moment(int day, LocalTime time) {
    static Moment of(int day, String time) {
      return new Moment(day, LocalTime.parse(time));
    }
  }

  /**
   * An assessment with a clinician.
   *
   * @param worst24h worst pain in 24 hours
   * @param odi ten answers, each 0-5
   * @param settling how long the pain takes to settle
   * @param stage that it has to come to
   */
  record Assessment(
      Moment moment,
      String words,
      int pain,
      int worst24h,
      List<Integer> odi,
      String settling,
      String stage,
      Change change)
      implements Step {
    @Override
    public Optional<Change> expected() {
      return Optional.of(change);
    }

    @Override
    public int worstPain() {
      return pain;
    }
  }

  /** A session of the plan as it is, all of it done. */
  record Session(
      Moment moment,
      String words,
      int before,
      int during,
      int after,
      Optional<Hurt> hurt,
      Optional<Change> expected)
      implements Step {
    @Override
    public int worstPain() {
      IntStream other = hurt.stream().mapToInt(Hurt::pain);
      return IntStream.concat(IntStream.of(before, during, after), other).max().orElseThrow();
    }
  }

  /** An exercise that hurt and was stopped, or another of its kind if the plan does not hold it. */
  record Hurt(String exerciseId, int pain, String quality) {}

  /** How it is on any day. */
  record CheckIn(Moment moment, String words, int pain, Optional<Change> expected) implements Step {
    @Override
    public int worstPain() {
      return pain;
    }
  }

  /** A flare that the patient reports. */
  record Report(
      Moment moment, String words, int pain, int lastedHours, String trigger, Change change)
      implements Step {
    @Override
    public Optional<Change> expected() {
      return Optional.of(change);
    }

    @Override
    public int worstPain() {
      return pain;
    }
  }

  /** The exercise that the step is about, if it is about one. */
  default Optional<String> exerciseId() {
    return switch (this) {
      case Session session -> session.hurt().map(Hurt::exerciseId);
      case Report report -> Optional.of(report.trigger());
      case Assessment _, CheckIn _ -> Optional.empty();
    };
  }
}
