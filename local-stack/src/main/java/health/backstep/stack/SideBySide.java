package health.backstep.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does several things at the same time. */
public final class SideBySide {

  private SideBySide() {}

  /** Returns when all have ended; the first in the list that failed tells its failure. */
  public static void run(List<Runnable> tasks) {
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      tasks.forEach(task -> running.add(threads.submit(task)));
    }
    for (Future<?> future : running) {
      rethrowFailure(future);
    }
  }

  private static void rethrowFailure(Future<?> ended) {
    try {
      ended.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
