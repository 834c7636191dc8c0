package health.backstep.faults.check.reading;

import health.backstep.faults.check.evidence.Sample;
import health.backstep.faults.cluster.Cluster;
import health.backstep.faults.cluster.Instance;
import health.backstep.stack.process.Pause;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Looks every five seconds at how much each instance has in use. */
public final class Sampler implements AutoCloseable {

  private static final int EVERY_MILLIS = 5_000;
  private static final int BETWEEN_LAST_LOOKS_MILLIS = 1_000;
  private static final Duration COUNTED_WITHIN = Duration.ofSeconds(30);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);

  private final ConcurrentLinkedQueue<Sample> samples = new ConcurrentLinkedQueue<>();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(ANSWER_WITHIN)
          .build();
  private final Cluster cluster;
  private final Clock clock = Clock.systemUTC();
  private final Thread thread;
  private volatile boolean ended;

  private Sampler(Cluster cluster) {
    this.cluster = cluster;
    this.thread = Thread.ofVirtual().name("sampler").unstarted(this::run);
  }

  /** Begins to look. */
  public static Sampler of(Cluster cluster) {
    Sampler sampler = new Sampler(cluster);
    sampler.thread.start();
    return sampler;
  }

  public List<Sample> samples() {
    return List.copyOf(samples);
  }

  /** Looks once more and ends; what is counted only now and then gets the time to be counted. */
  @Override
  public void close() {
    ended = true;
    long deadline = System.nanoTime() + COUNTED_WITHIN.toNanos();
    while (!look() && System.nanoTime() < deadline && Pause.of(BETWEEN_LAST_LOOKS_MILLIS)) {}
  }

  private void run() {
    while (!ended) {
      look();
      Pause.of(EVERY_MILLIS);
    }
  }

  /** Whether every instance told that nothing is pending. */
  private boolean look() {
    boolean empty = true;
    for (Instance instance : cluster.instances()) {
      String metrics = metrics(instance);
      OptionalDouble pending = sum(metrics, "backstep_outbox_pending");
      empty &= pending.isPresent() && pending.getAsDouble() == 0;
      samples.add(
          new Sample(
              clock.instant(),
              instance.name(),
              instance.residentBytes(),
              sum(metrics, "jvm_gc_live_data_size_bytes"),
              sum(metrics, "agroal_active_count"),
              sum(metrics, "agroal_awaiting_count"),
              pending));
    }
    return empty;
  }

  /** Empty while the instance does not answer. */
  private String metrics(Instance instance) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(instance.directUrl().resolve("/q/metrics"))
              .timeout(ANSWER_WITHIN)
              .build();
      return http.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  /** Of all lines of that name in Prometheus' text format. */
  static OptionalDouble sum(String metrics, String name) {
    double[] values =
        metrics
            .lines()
            .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
            .map(line -> line.substring(line.lastIndexOf(' ') + 1))
            .mapToDouble(Double::parseDouble)
            .toArray();
    return values.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Arrays.stream(values).sum());
  }
}
