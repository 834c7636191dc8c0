package health.backstep.stack.bench;

import java.time.Duration;
import java.util.List;

/**
 * What is measured while the platform fills.
 *
 * @param sizes patients, growing
 * @param weeks of history of each
 * @param rounds at each size
 * @param load of each figure in a round
 * @param warmUp of each figure before the first size, at most
 */
public record GrowthPlan(
    List<Integer> sizes, int weeks, int rounds, Duration load, Duration warmUp) {

  private static final int ROUNDS = 5;
  private static final Duration LOAD = Duration.ofSeconds(3);
  private static final Duration WARM_UP = Duration.ofMinutes(3);

  /** At most; a third each trains, is read and flares. */
  private static final int MOST_IN_LOAD = 30_000;

  public GrowthPlan {
    sizes = List.copyOf(sizes);
  }

  public static GrowthPlan of(List<Integer> sizes, int weeks) {
    return new GrowthPlan(sizes, weeks, ROUNDS, LOAD, WARM_UP);
  }

  int inLoad() {
    return MOST_IN_LOAD;
  }
}
