package health.backstep.stack.bench;

import java.time.Duration;

/** The time that all of it may take. */
final class Budget {

  private final long end;
  private Duration longest = Duration.ZERO;

  Budget(Duration all) {
    this(System.nanoTime() + all.toNanos());
  }

  private Budget(long end) {
    this.end = end;
  }

  /** The same time, for work of another length. */
  Budget forOthers() {
    return new Budget(end);
  }

  /** A repeated piece of work took so long. */
  void took(Duration work) {
    longest = longest.compareTo(work) > 0 ? longest : work;
  }

  /** Whether the work fits in once more, and so much besides. */
  boolean allowsOneMore(Duration besides) {
    return System.nanoTime() + longest.plus(besides).toNanos() <= end;
  }
}
