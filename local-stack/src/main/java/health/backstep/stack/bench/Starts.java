package health.backstep.stack.bench;

import health.backstep.stack.LocalStack;
import health.backstep.stack.Progress;
import health.backstep.stack.StackOptions;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.process.Launch;
import health.backstep.stack.service.AotCache;
import health.backstep.stack.service.ServiceProcess;
import java.util.ArrayList;
import java.util.List;

/**
 * How many seconds a service took each time from its start to ready, on a database and a broker of
 * its own.
 *
 * @param cached with its ahead-of-time cache
 * @param uncached without, each just before one with it
 */
public record Starts(List<Double> cached, List<Double> uncached) {

  /** The one with the most to do at its start. */
  private static final ServiceName SERVICE = ServiceName.PLAN;

  private static final double NANOS_PER_SECOND = 1e9;

  public Starts {
    cached = List.copyOf(cached);
    uncached = List.copyOf(uncached);
  }

  /**
   * Measures on a ground that it starts and stops. The service has its cache already.
   *
   * @param options of a stack without services, which begins empty
   * @param times of each kind
   * @throws health.backstep.stack.platform.StackFailure when the service does not start, or its JVM
   *     cannot use the cache
   */
  public static Starts measure(StackOptions options, int times, Progress progress) {
    List<Double> cached = new ArrayList<>();
    List<Double> uncached = new ArrayList<>();
    try (LocalStack ground = LocalStack.start(options, progress)) {
      progress.during("Migrations", () -> seconds(ground, without(ground, options)));
      for (int time = 1; time <= times; time++) {
        String name = "Start " + time + ": ";
        progress.during(
            name + "without cache", () -> uncached.add(seconds(ground, without(ground, options))));
        progress.during(
            name + "with cache", () -> cached.add(seconds(ground, with(ground, options))));
      }
    }
    return new Starts(cached, uncached);
  }

  double ratio() {
    return withCache().over(withoutCache());
  }

  Spread withCache() {
    return Spread.of(cached);
  }

  Spread withoutCache() {
    return Spread.of(uncached);
  }

  private static double seconds(LocalStack ground, Launch launch) {
    long begun = System.nanoTime();
    ground.start(SERVICE, launch);
    double seconds = (System.nanoTime() - begun) / NANOS_PER_SECOND;
    ground.stop(SERVICE);
    return seconds;
  }

  private static Launch without(LocalStack ground, StackOptions options) {
    return launch(ground, options, List.of());
  }

  /** A JVM that cannot use the cache ends here, or nothing would be compared with nothing. */
  private static Launch with(LocalStack ground, StackOptions options) {
    List<String> arguments =
        new ArrayList<>(AotCache.of(SERVICE, options.repository()).arguments());
    arguments.add("-XX:AOTMode=on");
    return launch(ground, options, arguments);
  }

  private static Launch launch(LocalStack ground, StackOptions options, List<String> arguments) {
    return ServiceProcess.launchUncached(
        SERVICE, ground.environment(SERVICE), arguments, options.repository(), ground.data());
  }
}
