package health.backstep.stack.bench;

import java.time.Duration;
import java.util.List;

/**
 * Who flares when: each patient once, so that each flare opens an episode and changes a plan.
 *
 * @param warmUps rounds that are not counted, before those that are
 * @param inARound patients for each round
 * @param length of a round
 */
record Flaring(List<String> patients, int warmUps, int inARound, Duration length) {

  private static final int QUARTER = 4;

  /** Far more than in life, where one session in some twenty hurts; fewer would tell too little. */
  private static final int ONE_CALL_IN = 4;

  private static final int ONE_CALL_IN_WHEN_WARMING_UP = 2;

  /**
   * Patients that flare one after the other, while others train.
   *
   * @param perSecond of the flares
   * @param sessionsPerSecond of the others
   */
  record Turn(List<String> patients, double perSecond, double sessionsPerSecond, Duration length) {}

  /** All of the patients, in rounds of as many. */
  static Flaring among(List<String> patients, int warmUps, int rounds, Duration length) {
    return new Flaring(patients, warmUps, patients.size() / (warmUps + rounds), length);
  }

  /**
   * Flares and sessions, together a quarter of the most that sessions reached. Flares are as many
   * as there are patients for.
   *
   * @param warmUp from 0
   */
  Turn warmUp(int warmUp, double sessionsPerSecond) {
    return turn(warmUp, sessionsPerSecond / QUARTER, ONE_CALL_IN_WHEN_WARMING_UP);
  }

  /**
   * The same in a round that counts.
   *
   * @param round from 1
   */
  Turn round(int round, double sessionsPerSecond) {
    return turn(warmUps + round - 1, sessionsPerSecond / QUARTER, ONE_CALL_IN);
  }

  private Turn turn(int before, double calls, int oneIn) {
    double most = inARound / (length.toMillis() / 1000.0);
    double perSecond = Math.min(calls / oneIn, most);
    int count = (int) Math.clamp(perSecond * length.toMillis() / 1000, 1, inARound);
    int from = before * inARound;
    return new Turn(patients.subList(from, from + count), perSecond, calls - perSecond, length);
  }
}
