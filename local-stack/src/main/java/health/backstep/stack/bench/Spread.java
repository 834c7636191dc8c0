package health.backstep.stack.bench;

import java.util.List;

/** The same figure in several rounds. */
record Spread(double median, double lowest, double highest) {

  static Spread of(List<Double> rounds) {
    List<Double> sorted = rounds.stream().sorted().toList();
    int size = sorted.size();
    double median = (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    return new Spread(median, sorted.getFirst(), sorted.getLast());
  }

  double over(Spread floor) {
    return median / floor.median;
  }
}
