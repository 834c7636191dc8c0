package health.backstep.safety.history;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Draws from a seeded source. */
final class Chance {

  private final RandomGenerator random;

  Chance(RandomGenerator random) {
    this.random = random;
  }

  boolean in100(int percent) {
    return random.nextInt(100) < percent;
  }

  int between(int lowest, int highest) {
    return random.nextInt(lowest, highest + 1);
  }

  @SafeVarargs
  final <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** The place of a weight, the more often the heavier it is. */
  int weighted(int... weights) {
    int sum = 0;
    for (int weight : weights) {
      sum += weight;
    }
    int drawn = random.nextInt(sum);
    int place = 0;
    while (drawn >= weights[place]) {
      drawn -= weights[place];
      place++;
    }
    return place;
  }

  <T> Set<T> someOf(T[] all, int percentEach) {
    Set<T> some = new HashSet<>();
    for (T one : all) {
      if (in100(percentEach)) {
        some.add(one);
      }
    }
    return Set.copyOf(some);
  }

  /** Places as bits, each with the same chance. */
  int bits(int places, int percentEach) {
    int bits = 0;
    for (int place = 0; place < places; place++) {
      bits |= in100(percentEach) ? 1 << place : 0;
    }
    return bits;
  }
}
