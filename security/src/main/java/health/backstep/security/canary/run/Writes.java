package health.backstep.security.canary.run;

import health.backstep.security.authz.run.Reply;
import health.backstep.stack.process.Pause;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Counts what comes of calls while something is broken; for several threads. */
final class Writes {

  private static final int AFTER_FAILURE_MILLIS = 200;

  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final IntFunction<Reply> call;

  Writes(IntFunction<Reply> call) {
    this.call = call;
  }

  /** Without an answer, too: what counts is what is left of it in logs. */
  void one(int which) {
    try {
      Reply reply = call.apply(which);
      if (reply.status() >= 500) {
        failed.incrementAndGet();
      } else if (reply.isSuccess()) {
        done.incrementAndGet();
      }
    } catch (IllegalStateException noAnswer) {
      failed.incrementAndGet();
      Pause.of(AFTER_FAILURE_MILLIS);
    }
  }

  /**
   * @throws IllegalStateException when no call has failed, so that nothing was tried
   */
  void requireFailed(String because) {
    if (failed.get() == 0) {
      throw new IllegalStateException("no write failed by " + because);
    }
  }

  /**
   * @throws IllegalStateException when no call was carried out
   */
  void requireDone(String because) {
    if (done.get() == 0) {
      throw new IllegalStateException("nothing was written during " + because);
    }
  }
}
