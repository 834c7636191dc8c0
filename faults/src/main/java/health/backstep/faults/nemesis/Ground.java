package health.backstep.faults.nemesis;

import health.backstep.faults.load.Journal;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;

/** What the faults of a run share: the pace, what the clients saw, and what was injected. */
public final class Ground {

  private final Journal journal;
  private final double pace;
  private final Queue<Injected> injected = new ConcurrentLinkedQueue<>();

  /**
   * Makes the ground of a run.
   *
   * @param pace 1 for a long run; a short one shortens every duration of a fault by this factor
   */
  public Ground(Journal journal, double pace) {
    this.journal = journal;
    this.pace = pace;
  }

  public Journal journal() {
    return journal;
  }

  /** A duration of a fault at the pace of this run. */
  public Duration paced(Duration full) {
    return Duration.ofMillis((long) (full.toMillis() * pace));
  }

  /** A duration at the pace of this run that a timeout of the services must not outlast. */
  public Duration paced(Duration full, Duration atLeast) {
    Duration paced = paced(full);
    return paced.compareTo(atLeast) < 0 ? atLeast : paced;
  }

  /** Lets the harm last. */
  void hold(Duration full) throws InterruptedException {
    Thread.sleep(paced(full));
  }

  /** Lets the harm last for a random time up to the full one. */
  void hold(RandomGenerator random, Duration full) throws InterruptedException {
    hold(Duration.ofMillis(random.nextLong(full.toMillis() + 1)));
  }

  /** Lets the harm last at least until a timeout of the services has run out. */
  void hold(Duration full, Duration atLeast) throws InterruptedException {
    Thread.sleep(paced(full, atLeast));
  }

  public void injected(Injected what) {
    injected.add(what);
  }

  public List<Injected> injected() {
    return List.copyOf(injected);
  }
}
