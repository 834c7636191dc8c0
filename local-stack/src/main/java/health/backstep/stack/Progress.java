package health.backstep.stack;

import java.time.Duration;

/** Hears what the stack is doing, possibly from several threads at once. */
public interface Progress {

  void begins(String step);

  void ends(String step, Duration took);

  void fails(String step);

  /** Does the work and tells about its begin and its end. */
  default void during(String step, Runnable work) {
    long begun = System.nanoTime();
    begins(step);
    try {
      work.run();
    } catch (RuntimeException e) {
      fails(step);
      throw e;
    }
    ends(step, Duration.ofNanos(System.nanoTime() - begun));
  }

  /** For tests, which nobody watches. */
  static Progress silent() {
    return new Progress() {
      @Override
      public void begins(String step) {}

      @Override
      public void ends(String step, Duration took) {}

      @Override
      public void fails(String step) {}
    };
  }
}
