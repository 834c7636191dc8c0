package health.backstep.stack.bench;

import health.backstep.stack.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Tells what is being done, and gives what it came to. */
record Steps(Progress progress) {

  <T> T step(String name, Callable<T> work) {
    List<T> result = new ArrayList<>();
    progress.during(
        name,
        () -> {
          try {
            result.add(work.call());
          } catch (RuntimeException e) {
            throw e;
          } catch (Exception e) {
            throw new IllegalStateException(name + " failed: " + e.getMessage(), e);
          }
        });
    return result.getFirst();
  }
}
