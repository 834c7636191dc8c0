package health.backstep.faults.nemesis;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Looks now and then whether something has happened. */
public final class Waiting {

  private Waiting() {}

  /** True as soon as the condition holds, false when the limit is over. */
  public static boolean until(BooleanSupplier condition, Duration lookEvery, Duration limit)
      throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() >= deadline) {
        return false;
      }
      Thread.sleep(lookEvery);
    }
    return true;
  }

  /**
   * Returns as soon as the condition holds.
   *
   * @throws IllegalStateException with the words of {@code otherwise} when the limit is over
   */
  public static void until(
      BooleanSupplier condition, Duration lookEvery, Duration limit, Supplier<String> otherwise)
      throws InterruptedException {
    if (!until(condition, lookEvery, limit)) {
      throw new IllegalStateException(otherwise.get() + " within " + limit.toSeconds() + " s");
    }
  }

  /** A question to a server that may be away at the moment: no answer is a no. */
  public static BooleanSupplier trying(Callable<Boolean> question) {
    return () -> {
      try {
        return question.call();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      } catch (Exception e) {
        return false;
      }
    };
  }
}
