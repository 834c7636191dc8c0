package health.backstep.stack.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Workers that do the same at the same time. */
final class Crew {

  private Crew() {}

  /** What each of so many workers came to, in their order. */
  static <T> List<T> of(int workers, IntFunction<Callable<T>> work) {
    try (ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory())) {
      List<Future<T>> running = new ArrayList<>();
      for (int worker = 0; worker < workers; worker++) {
        running.add(threads.submit(work.apply(worker)));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> each : running) {
        results.add(each.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while measuring", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a worker failed: " + e.getCause(), e);
    }
  }
}
