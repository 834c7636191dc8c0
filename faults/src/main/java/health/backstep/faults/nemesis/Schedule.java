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
  private final Order order;

  private Schedule(long seed, List<Fault> faults, Order order) {
    this.seed = seed;
    this.faults = List.copyOf(faults);
    this.order = order;
  }

  /** Which comes when, and how often. */
  public enum Order {

    /** Every fault once, shuffled. */
    ONCE,

    /** All of them again and again, shuffled anew each time. */
    AGAIN,

    /** Every fault once, one after the other as they are listed. */
    AS_LISTED
  }

  public static Schedule of(Order order, long seed, List<Fault> faults) {
    return new Schedule(seed, faults, order);
  }

  /**
   * Every fault once, and then all of them again in another order, for as long as there is time.
   */
  public static Schedule endless(long seed, List<Fault> faults) {
    return of(Order.AGAIN, seed, faults);
  }

  /** Every fault once. */
  public static Schedule once(long seed, List<Fault> faults) {
    return of(Order.ONCE, seed, faults);
  }

  /** Begins anew at every call. */
  Iterator<Step> steps() {
    SplittableRandom random = new SplittableRandom(seed);
    Stream<Integer> rounds = order == Order.AGAIN ? Stream.iterate(1, n -> n + 1) : Stream.of(1);
    return rounds.flatMap(round -> round(random.split()).stream()).iterator();
  }

  private List<Step> round(RandomGenerator random) {
    List<Fault> left = new ArrayList<>(faults);
    if (order != Order.AS_LISTED) {
      Collections.shuffle(left, random);
    }
    List<Step> steps = new ArrayList<>();
    while (!left.isEmpty()) {
      Duration pause = Duration.ofMillis(random.nextInt(LONGEST_PAUSE_MS));
      Fault first = left.removeFirst();
      List<Blow> blows = new ArrayList<>(List.of(new Blow(first, random.nextLong())));
      if (order != Order.AS_LISTED && random.nextDouble() < TWO_AT_ONCE) {
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
