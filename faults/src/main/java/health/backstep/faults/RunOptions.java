package health.backstep.faults;

import health.backstep.faults.check.invariant.Finding;
import health.backstep.faults.load.LoadOptions;
import health.backstep.faults.nemesis.Fault;
import health.backstep.faults.nemesis.Faults;
import health.backstep.faults.nemesis.Schedule;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a run does. The same options do the same harm in the same order and let the patients do the
 * same things; how the two meet is up to the machine.
 *
 * @param faults what may strike
 * @param order in which the faults strike, and how often
 * @param atMost how long faults strike
 * @param pace of the faults; 1 at full length, 0.25 for a quarter of it
 * @param calm how long the patients are left alone before the first fault and after the last
 * @param restWithin how long everything may take to come to rest, and then to be sent again
 * @param enough what, found broken, leaves nothing more to ask for
 */
public record RunOptions(
    long seed,
    List<Fault> faults,
    Schedule.Order order,
    Duration atMost,
    double pace,
    LoadOptions load,
    Duration calm,
    Duration restWithin,
    Predicate<Finding> enough) {

  private static final Duration CALM = Duration.ofSeconds(10);
  private static final Duration REST_WITHIN = Duration.ofMinutes(5);
  private static final Duration SHORT_ROUND = Duration.ofMinutes(3);
  private static final double SHORT_PACE = 0.25;

  public RunOptions {
    faults = List.copyOf(faults);
  }

  /** Faults again and again for so many minutes. */
  public static RunOptions of(long seed, int minutes, List<Fault> faults) {
    return new RunOptions(
        seed,
        faults,
        Schedule.Order.AGAIN,
        Duration.ofMinutes(minutes),
        1,
        LoadOptions.gentle(seed),
        CALM,
        REST_WITHIN,
        _ -> false);
  }

  /** Each of these faults once, shortened. */
  public static RunOptions once(long seed, List<Fault> faults) {
    return new RunOptions(
        seed,
        faults,
        Schedule.Order.ONCE,
        SHORT_ROUND,
        SHORT_PACE,
        LoadOptions.gentle(seed),
        CALM,
        REST_WITHIN,
        _ -> false);
  }

  /** About three minutes of what matters most. */
  public static RunOptions shortRound(long seed) {
    return once(seed, Faults.shortRound());
  }

  /** Each of these once, one after the other as they are listed, shortened. */
  public static RunOptions inOrder(long seed, List<Fault> faults, Duration atMost) {
    return new RunOptions(
        seed,
        faults,
        Schedule.Order.AS_LISTED,
        atMost,
        SHORT_PACE,
        LoadOptions.gentle(seed),
        CALM,
        REST_WITHIN,
        _ -> false);
  }

  /** With another load. */
  public RunOptions withLoad(LoadOptions other) {
    return new RunOptions(seed, faults, order, atMost, pace, other, calm, restWithin, enough);
  }

  /**
   * With less patience, and only until it is found, for a run that is expected to find something.
   */
  public RunOptions expecting(Predicate<Finding> found, Duration shorterCalm, Duration limit) {
    return new RunOptions(seed, faults, order, atMost, pace, load, shorterCalm, limit, found);
  }

  Schedule schedule(List<Fault> possible) {
    return Schedule.of(order, seed, possible);
  }
}
