package health.backstep.backbone.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same call from several clients in the same moment. */
public final class AtOnce {

  private AtOnce() {}

  public static <T> List<T> run(int clients, Callable<T> call) {
    CountDownLatch ready = new CountDownLatch(clients);
    List<Future<T>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      for (int i = 0; i < clients; i++) {
        running.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return call.call();
                }));
      }
    }
    return running.stream().map(AtOnce::result).toList();
  }

  private static <T> T result(Future<T> ended) {
    try {
      return ended.get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
