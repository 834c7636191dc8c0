package health.backstep.security.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One way to make a request worse.
 *
 * @param name for people
 */
record Mutation(String name, Change change) {

  /** Changes the draft; all that is left open is decided by the random numbers. */
  @FunctionalInterface
  interface Change {
    void apply(Draft draft, RandomGenerator random);
  }

  static <T> T any(List<T> all, RandomGenerator random) {
    return all.get(random.nextInt(all.size()));
  }
}
