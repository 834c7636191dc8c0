package health.backstep.faults.nemesis;

import health.backstep.faults.load.Journal;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

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

  public void injected(Injected what) {
    injected.add(what);
  }

  public List<Injected> injected() {
    return List.copyOf(injected);
  }
}
