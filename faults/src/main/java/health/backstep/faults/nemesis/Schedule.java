package health.backstep.faults.nemesis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Which faults strike in which order. The same seed gives the same order and the same parameters:
 * each blow has a seed of its own, whatever happened before it.
 */
public final class Schedule {

  private static final double TWO_AT_ONCE = 0.25;
  private static final int LONGEST_PAUSE_MS = 3_000;

  private final long seed;
  private final List<Fault> faults;
  private final boolean again;

  private Schedule(long seed, List<Fault> faults, boolean again) {
    this.seed = seed;
    this.faults = List.copyOf(faults);
    this.again = again;
  }

  /**
   * Every fault once, and then all of them again in another order, for as long as there is time.
   */
  public static Schedule endless(long seed, List<Fault> faults) {
    return new Schedule(seed, faults, true);
  }

  /** Every fault once. */
  public static Schedule once(long seed, List<Fault> faults) {
    return new Schedule(seed, faults, false);
  }

  /** Begins anew at every call. */
  Iterator<Step> steps() {
    SplittableRandom random = new SplittableRandom(seed);
    Stream<Integer> rounds = again ? Stream.iterate(1, n -> n + 1) : Stream.of(1);
    return rounds.flatMap(round -> round(random.split()).stream()).iterator();
  }

  private List<Step> round(RandomGenerator random) {
    List<Fault> left = new ArrayList<>(faults);
    Collections.shuffle(left, random);
    List<Step> steps = new ArrayList<>();
    while (!left.isEmpty()) {
      Duration pause = Duration.ofMillis(random.nextInt(LONGEST_PAUSE_MS));
      Fault first = left.removeFirst();
      List<Blow> blows = new ArrayList<>(List.of(new Blow(first, random.nextLong())));
      if (random.nextDouble() < TWO_AT_ONCE) {
        left.stream()
            .filter(other -> Collections.disjoint(first.areas(), other.areas()))
            .findFirst()
            .ifPresent(
                second -> {
                  left.remove(second);
                  blows.add(new Blow(second, random.nextLong()));
                });
      }
      steps.add(new Step(pause, blows));
    }
    return steps;
  }

  /**
   * A fault with its parameters.
   *
   * @param seed of everything that is random in it
   */
  record Blow(Fault fault, long seed) {

    RandomGenerator random() {
      return new SplittableRandom(seed);
    }
  }

  /**
   * What strikes at one time.
   *
   * @param pause before it, at full pace
   */
  record Step(Duration pause, List<Blow> blows) {

    Step {
      blows = List.copyOf(blows);
    }
  }
}
