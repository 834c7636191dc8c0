package health.backstep.stack.bench;

import java.time.Duration;

/**
 * How long what is measured.
 *
 * @param starts of a service with its ahead-of-time cache, and as many without
 * @param rounds floors and product in turn
 * @param backlogs after the rounds, because each starts plan-service anew
 * @param enrolment at most, of patients
 * @param patients at most; those of the flares flare once each, so they bound the rate
 * @param warmUp of sessions, at most; it ends before when they get no faster
 * @param flareWarmUps rounds of flares that are not counted
 * @param floor of each floor in a round
 * @param load of sessions, batches, overload and flares in a round, each
 * @param reads of plans, and of the bare route, in a round
 * @param budget for all of it; a round that would not fit in is left out, and that is said
 */
public record BenchPlan(
    int starts,
    int rounds,
    int backlogs,
    Duration enrolment,
    int patients,
    Duration warmUp,
    int flareWarmUps,
    Duration floor,
    Duration load,
    Duration reads,
    Duration budget) {

  private static final int STARTS = 5;
  private static final int STARTS_WHEN_QUICK = 2;
  private static final int ROUNDS = 5;
  private static final int MOST_IN_SESSIONS = 480;
  private static final int MOST_IN_READS = 64;
  private static final int PATIENTS_PER_SECOND = 200;
  private static final int ENROLMENT_FACTOR = 16;
  private static final int ENROLMENT_FACTOR_WHEN_QUICK = 5;
  private static final int WARM_UP_FACTOR = 30;
  private static final int FLARE_WARM_UPS = 5;
  private static final int FLARE_WARM_UPS_WHEN_QUICK = 1;

  /** With stopping the stack it stays within three minutes. */
  private static final Duration QUICK = Duration.ofSeconds(165);

  private static final Duration QUICKLY = Duration.ofMillis(1_500);
  private static final Duration WARM_ENOUGH = Duration.ofSeconds(12);
  private static final Duration AMPLE = Duration.ofHours(1);

  /** About twenty minutes. */
  public static BenchPlan full() {
    return ofSeconds(8);
  }

  /** Within three minutes. */
  public static BenchPlan quick() {
    return new BenchPlan(
        STARTS_WHEN_QUICK,
        ROUNDS,
        1,
        QUICKLY.multipliedBy(ENROLMENT_FACTOR_WHEN_QUICK),
        patients(QUICKLY),
        WARM_ENOUGH,
        FLARE_WARM_UPS_WHEN_QUICK,
        QUICKLY.dividedBy(3),
        QUICKLY,
        QUICKLY.dividedBy(2),
        QUICK);
  }

  /** Each product figure is measured for so many seconds in a round, each floor for a third. */
  public static BenchPlan ofSeconds(int seconds) {
    Duration measured = Duration.ofSeconds(seconds);
    return new BenchPlan(
        STARTS,
        ROUNDS,
        ROUNDS,
        measured.multipliedBy(ENROLMENT_FACTOR),
        patients(measured),
        measured.multipliedBy(WARM_UP_FACTOR),
        FLARE_WARM_UPS,
        measured.dividedBy(3),
        measured,
        measured.dividedBy(2),
        AMPLE);
  }

  private static int patients(Duration measured) {
    int flaring = (int) (PATIENTS_PER_SECOND * measured.toMillis() / 1000);
    return MOST_IN_SESSIONS + MOST_IN_READS + flaring;
  }

  /** The same after some of the time was needed for something else, such as starting the stack. */
  public BenchPlan after(Duration spent) {
    return new BenchPlan(
        starts,
        rounds,
        backlogs,
        enrolment,
        patients,
        warmUp,
        flareWarmUps,
        floor,
        load,
        reads,
        budget.minus(spent));
  }

  /** How many of the patients that were enrolled train. */
  int inSessions(int enrolled) {
    return Math.min(MOST_IN_SESSIONS, enrolled / 3);
  }

  /** How many are only read, so that their plans stay as they are. */
  int inReads(int enrolled) {
    return Math.clamp(enrolled / 10, 1, MOST_IN_READS);
  }
}
