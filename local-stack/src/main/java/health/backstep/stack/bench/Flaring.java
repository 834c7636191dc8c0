package health.backstep.stack.bench;

import java.time.Duration;
import java.util.List;

/**
 * Who flares when: each patient once, so that each flare opens an episode and changes a plan.
 *
 * @param inARound patients for each round
 * @param length of a round
 */
record Flaring(List<String> patients, int inARound, Duration length) {

  private static final int QUARTER = 4;

  /** Patients that flare one after the other at this rate. */
  record Turn(List<String> patients, double perSecond) {}

  /**
   * A quarter of the most that sessions reached, or as many as there are patients for.
   *
   * @param round from 0, which is the warm-up
   */
  Turn of(int round, double sessionsPerSecond) {
    double most = inARound / (length.toMillis() / 1000.0);
    double perSecond = Math.min(sessionsPerSecond / QUARTER, most);
    int count = (int) Math.clamp(perSecond * length.toMillis() / 1000, 1, inARound);
    int from = round * inARound;
    return new Turn(patients.subList(from, from + count), perSecond);
  }
}
