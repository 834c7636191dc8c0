package health.backstep.stack.bench;

import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What was measured at a size.
 *
 * @param seeding how long it took to come to it from the size before
 * @param sizes of all tables before the load
 * @param counts of the load at this size
 */
record GrowthStep(
    int patients,
    Duration seeding,
    List<TableSize> sizes,
    List<GrowthRound> rounds,
    Counts counts) {

  Spread over(ToDoubleFunction<GrowthRound> figure) {
    return Spread.of(rounds.stream().map(figure::applyAsDouble).toList());
  }

  /** Of the databases, in megabytes. */
  double mb() {
    return sizes.stream().mapToDouble(TableSize::mb).sum();
  }
}
