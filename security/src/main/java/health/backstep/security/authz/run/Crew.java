package health.backstep.security.authz.run;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Does many small things, a few of them at a time. */
final class Crew {

  /** As many as an instance takes on in one moment, however slow the machine is. */
  private static final int AT_ONCE = 8;

  private Crew() {}

  /**
   * Returns when all is done.
   *
   * @throws IllegalStateException with the first failure
   */
  static <T> void forEach(List<T> all, Consumer<T> work) {
    Semaphore places = new Semaphore(AT_ONCE);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<? extends Future<?>> done =
          all.stream()
              .map(
                  one ->
                      threads.submit(
                          () -> {
                            places.acquireUninterruptibly();
                            try {
                              work.accept(one);
                            } finally {
                              places.release();
                            }
                          }))
              .toList();
      for (Future<?> each : done) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
