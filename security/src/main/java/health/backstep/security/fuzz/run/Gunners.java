package health.backstep.security.fuzz.run;

import health.backstep.stack.platform.ServiceName;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A few threads, each with connections of its own, that do a list of things in its order. */
final class Gunners {

  private static final int THREADS = 8;

  /** One of the things. */
  @FunctionalInterface
  interface Work {
    void on(int index, Lines lines);
  }

  private Gunners() {}

  /**
   * Does what has the numbers from 0 up to there, and returns when all is done.
   *
   * @throws IllegalStateException with the first failure
   */
  static void upTo(int count, Function<ServiceName, URI> urls, Work work) {
    AtomicInteger next = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<?>> all = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        all.add(threads.submit(() -> work(count, next, urls, work)));
      }
      for (Future<?> each : all) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the run broke off", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static void work(
      int count, AtomicInteger next, Function<ServiceName, URI> urls, Work work) {
    try (Lines lines = new Lines(urls)) {
      for (int index = next.getAndIncrement(); index < count; index = next.getAndIncrement()) {
        work.on(index, lines);
      }
    }
  }
}
