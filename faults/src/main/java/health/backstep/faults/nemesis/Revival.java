package health.backstep.faults.nemesis;

import health.backstep.faults.cluster.Part;
import java.time.Duration;
import java.util.List;

/** Brings parts back as a process supervisor does: what ends while it starts is started again. */
final class Revival {

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private Revival() {}

  /**
   * Starts what does not run, again and again, until all of it is ready.
   *
   * @throws IllegalStateException naming what was not ready within five minutes
   */
  static void of(List<? extends Part> parts) throws InterruptedException {
    Waiting.until(
        Waiting.trying(
            () -> {
              parts.forEach(Part::start);
              return parts.stream().allMatch(Part::isReady);
            }),
        LOOK_EVERY,
        LIMIT,
        () -> names(parts) + " did not come back");
  }

  static void of(Part part) throws InterruptedException {
    of(List.of(part));
  }

  private static String names(List<? extends Part> parts) {
    return String.join(
        ", ", parts.stream().filter(part -> !part.isReady()).map(Part::name).toList());
  }
}
