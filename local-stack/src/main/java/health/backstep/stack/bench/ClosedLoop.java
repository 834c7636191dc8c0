package health.backstep.stack.bench;

import java.time.Duration;

/** Workers that each begin the next when the last has ended: as fast as it goes. */
final class ClosedLoop {

  /** One of the workers. */
  interface Worker {

    /**
     * Works until that time, and says how much was done.
     *
     * @param number of the worker, from 0
     * @param deadline as {@link System#nanoTime()} tells
     */
    long until(int number, long deadline) throws Exception;
  }

  private ClosedLoop() {}

  /** How much was done per second by all, until the last of them had ended. */
  static double perSecond(int workers, Duration length, Worker worker) {
    long begun = System.nanoTime();
    long deadline = begun + length.toNanos();
    long done =
        Crew.of(workers, number -> () -> worker.until(number, deadline)).stream()
            .mapToLong(Long::longValue)
            .sum();
    return done / ((System.nanoTime() - begun) / 1e9);
  }
}
