package health.backstep.stack.bench;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Load that is not counted, because a JVM gets faster while it works.
 *
 * @param seconds it took
 * @param steady whether the rate had stopped growing when it ended
 * @param perSecond the last rate
 */
record WarmUp(double seconds, boolean steady, double perSecond) {

  static final Duration WINDOW = Duration.ofSeconds(3);

  private static final double STILL_GROWING = 1.05;
  private static final int NOT_FASTER_IN_A_ROW = 4;

  /** Loads window after window until four in a row were hardly faster than the best before. */
  static WarmUp until(Duration limit, Supplier<Double> window) {
    double best = 0;
    double last = 0;
    int notFaster = 0;
    long begun = System.nanoTime();
    double seconds = 0;
    while (notFaster < NOT_FASTER_IN_A_ROW && seconds + WINDOW.toSeconds() <= limit.toSeconds()) {
      last = window.get();
      notFaster = last > best * STILL_GROWING ? 0 : notFaster + 1;
      best = Math.max(best, last);
      seconds = (System.nanoTime() - begun) / 1e9;
    }
    return new WarmUp(seconds, notFaster >= NOT_FASTER_IN_A_ROW, last);
  }
}
