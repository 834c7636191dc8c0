package health.backstep.plan.catalogue;

/**
 * How much of an exercise, in one session.
 *
 * @param sets 1 or more
 * @param reps repetitions in a set and on a side, 1 or more
 * @param holdSeconds held in each repetition, 0 or more
 * @param secondsPerRep moving time of each repetition, 0 for what is only held or timed
 * @param perSide done on the left and on the right
 * @param restSeconds between sets
 */
public record Dose(
    int sets, int reps, int holdSeconds, int secondsPerRep, boolean perSide, int restSeconds) {

  public Dose {
    if (sets < 1 || reps < 1 || holdSeconds < 0 || secondsPerRep < 0 || restSeconds < 0) {
      throw new IllegalArgumentException("a dose has sets and repetitions and no negative time");
    }
    if (holdSeconds + secondsPerRep == 0) {
      throw new IllegalArgumentException("a dose takes time");
    }
  }

  /** Seconds of work on all sides, without rests: the load of one session. */
  public int workSeconds() {
    return sets * reps * (secondsPerRep + holdSeconds) * sides();
  }

  /** Seconds from beginning to end (PL-TIME). */
  public int totalSeconds(int sideChangeSeconds) {
    return workSeconds() + (sets - 1) * restSeconds + (sides() - 1) * sideChangeSeconds;
  }

  /**
   * The dose less a share of it, rounded down and never below one repetition or a short hold. What
   * is only held or timed gets shorter, everything else gets fewer repetitions.
   *
   * @param percent 0 to 100
   */
  public Dose less(int percent) {
    return secondsPerRep == 0
        ? new Dose(sets, reps, less(holdSeconds, percent), secondsPerRep, perSide, restSeconds)
        : new Dose(sets, less(reps, percent), holdSeconds, secondsPerRep, perSide, restSeconds);
  }

  /**
   * The dose and a share of it more, at least one repetition, or one second where it is only held
   * or timed.
   *
   * @param percent 0 to 100
   */
  public Dose more(int percent) {
    return secondsPerRep == 0
        ? new Dose(sets, reps, more(holdSeconds, percent), secondsPerRep, perSide, restSeconds)
        : new Dose(sets, more(reps, percent), holdSeconds, secondsPerRep, perSide, restSeconds);
  }

  /** In words for the patient, for example "2 sets of 8, each held for 2 seconds, on each side". */
  public String amount() {
    StringBuilder words = new StringBuilder();
    if (sets > 1) {
      words.append(sets).append(" sets of ");
    }
    if (secondsPerRep == 0) {
      words.append(reps > 1 ? reps + " times " : "").append(time(holdSeconds));
    } else {
      words.append(reps).append(sets > 1 ? "" : reps == 1 ? " time" : " times");
      if (holdSeconds > 0) {
        words.append(", each held for ").append(time(holdSeconds));
      }
    }
    if (perSide) {
      words.append(", on each side");
    }
    if (sets > 1 && restSeconds > 0) {
      words.append(", with ").append(time(restSeconds)).append(" of rest between sets");
    }
    return words.append('.').toString();
  }

  private static int less(int amount, int percent) {
    return Math.max(1, amount * (100 - percent) / 100);
  }

  private static int more(int amount, int percent) {
    return amount + Math.max(1, amount * percent / 100);
  }

  private int sides() {
    return perSide ? 2 : 1;
  }

  private static String time(int seconds) {
    if (seconds >= 60 && seconds % 60 == 0) {
      return seconds == 60 ? "1 minute" : seconds / 60 + " minutes";
    }
    return seconds == 1 ? "1 second" : seconds + " seconds";
  }
}
