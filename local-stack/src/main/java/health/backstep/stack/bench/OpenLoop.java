package health.backstep.stack.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Begins things at a fixed rate, whatever becomes of those begun before, as people do who do not
 * know of each other.
 */
final class OpenLoop {

  /** One of the things. */
  interface Act<T> {

    /**
     * Does it.
     *
     * @param number from 0
     * @param intended when it should have begun, as {@link System#nanoTime()} tells
     */
    T at(int number, long intended) throws Exception;
  }

  private OpenLoop() {}

  /** What each of them came to, in their order. Returns when all have ended. */
  static <T> List<T> run(int count, double perSecond, Act<T> act) {
    List<Future<T>> begun = new ArrayList<>(count);
    try (ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory())) {
      long begin = System.nanoTime();
      for (int i = 0; i < count; i++) {
        int number = i;
        long intended = begin + (long) (i * 1e9 / perSecond);
        waitUntil(intended);
        Callable<T> task = () -> act.at(number, intended);
        begun.add(threads.submit(task));
      }
    }
    return begun.stream().map(OpenLoop::outcome).toList();
  }

  private static void waitUntil(long time) {
    for (long early = time - System.nanoTime(); early > 0; early = time - System.nanoTime()) {
      LockSupport.parkNanos(early);
    }
  }

  private static <T> T outcome(Future<T> ended) {
    try {
      return ended.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a call failed: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while measuring", e);
    }
  }
}
