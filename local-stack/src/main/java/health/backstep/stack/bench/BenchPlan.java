package health.backstep.stack.bench;

import java.time.Duration;

/**
 * How long what is measured.
 *
 * @param starts of a service with its ahead-of-time cache, and as many without
 * @param rounds floors and product in turn
 * @param enrolment at most, of patients
 * @param patients at most; those of the flares flare once each, so they bound the rate
 * @param warmUp of sessions, at most; it ends before when they get no faster
 * @param floor of each floor in a round
 * @param load of sessions in a round
 * @param latency of flares in a round
 */
public record BenchPlan(
    int starts,
    int rounds,
    Duration enrolment,
    int patients,
    Duration warmUp,
    Duration floor,
    Duration load,
    Duration latency) {

  private static final int STARTS = 5;
  private static final int STARTS_WHEN_QUICK = 3;
  private static final int ROUNDS = 3;
  private static final int MOST_IN_SESSIONS = 480;
  private static final int PATIENTS_PER_SECOND = 400;
  private static final int ENROLMENT_FACTOR = 5;
  private static final int WARM_UP_FACTOR = 7;

  /** Five to six minutes. */
  public static BenchPlan full() {
    return ofSeconds(8);
  }

  /** Under three minutes. */
  public static BenchPlan quick() {
    return of(STARTS_WHEN_QUICK, 3);
  }

  /** Each product figure is measured for so many seconds in a round, each floor for a third. */
  public static BenchPlan ofSeconds(int seconds) {
    return of(STARTS, seconds);
  }

  private static BenchPlan of(int starts, int seconds) {
    Duration measured = Duration.ofSeconds(seconds);
    return new BenchPlan(
        starts,
        ROUNDS,
        measured.multipliedBy(ENROLMENT_FACTOR),
        MOST_IN_SESSIONS + PATIENTS_PER_SECOND * seconds,
        measured.multipliedBy(WARM_UP_FACTOR),
        measured.dividedBy(3),
        measured,
        measured);
  }

  /** How many of the patients that were enrolled train; the others flare. */
  int inSessions(int enrolled) {
    return Math.min(MOST_IN_SESSIONS, enrolled / 3);
  }

  /** Patients that flare in each round and in the warm-up. */
  int flaresInARound(int enrolled) {
    return (enrolled - inSessions(enrolled)) / (rounds + 1);
  }
}
