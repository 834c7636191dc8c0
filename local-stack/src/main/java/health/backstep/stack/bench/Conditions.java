package health.backstep.stack.bench;

import java.time.Duration;
import java.time.Instant;

/**
 * Under what the figures came about.
 *
 * @param committer what measured floor D
 * @param planned rounds; fewer were measured when the time was over
 * @param others share of the machine, 0 to 1, that other work took during the rounds
 */
record Conditions(
    Machine machine,
    String committer,
    WarmUp warmUp,
    int planned,
    double others,
    Instant begun,
    Duration took) {

  private static final double QUIET = 0.1;

  /** Others were at work, so the figures say less. */
  boolean isBusy() {
    return others > QUIET;
  }
}
