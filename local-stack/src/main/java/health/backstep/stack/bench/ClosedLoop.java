package health.backstep.stack.bench;

import java.time.Duration;

/** Workers that each begin the next when the last has ended: as fast as it goes. */
final class ClosedLoop {

  /** One of the workers. */
  interface Worker {

    /** Works until that time, as {@link System#nanoTime()} tells, and says how much was done. */
    long until(long deadline) throws Exception;
  }

  private ClosedLoop() {}

  /** How much was done per second by all, until the last of them had ended. */
  static double perSecond(int workers, Duration length, Worker worker) {
    long begun = System.nanoTime();
    long deadline = begun + length.toNanos();
    long done =
        Crew.of(workers, _ -> () -> worker.until(deadline)).stream()
            .mapToLong(Long::longValue)
            .sum();
    return done / ((System.nanoTime() - begun) / 1e9);
  }
}
