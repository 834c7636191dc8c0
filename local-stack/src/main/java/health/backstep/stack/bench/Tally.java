package health.backstep.stack.bench;

import java.util.concurrent.atomic.LongAdder;

/** What the load generator was promised: it has to be found in the databases afterwards. */
final class Tally {

  private final LongAdder sessions = new LongAdder();
  private final LongAdder flares = new LongAdder();
  private final LongAdder failures = new LongAdder();

  void sessionAccepted() {
    sessionsAccepted(1);
  }

  void sessionsAccepted(long count) {
    sessions.add(count);
  }

  /** A flare that opened or got worse, so that the plan has to change. */
  void flareAccepted() {
    flares.increment();
  }

  /** Anything but the answer that was expected. */
  void failed() {
    failed(1);
  }

  void failed(long count) {
    failures.add(count);
  }

  long sessions() {
    return sessions.sum();
  }

  long flares() {
    return flares.sum();
  }

  long failures() {
    return failures.sum();
  }
}
