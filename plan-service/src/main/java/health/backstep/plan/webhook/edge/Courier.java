package health.backstep.plan.webhook.edge;

import health.backstep.plan.change.edge.ChangeSignals;
import health.backstep.plan.webhook.TargetPolicy;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Delivers, in every instance, from its start to its end. It is woken by changes of its own process
 * and by attempts that end, and looks about once a second for the rest: changes of other instances
 * and attempts that have become due.
 */
@ApplicationScoped
public class Courier {

  /**
   * For attempts under way to be answered and noted; the others are made again after their lease.
   */
  private static final Duration END_WITHIN = Duration.ofSeconds(5);

  private final WebhookConfig config;
  private final TargetPolicy policy;
  private final HostNames names;
  private final WorkOverview overview;
  private final NewDeliveries added;
  private final Claims claims;
  private final ClaimEnds ends;
  private final DeliveryMetrics metrics;
  private final ChangeSignals signals;
  private final Clock clock;
  private final Wakes wakes = new Wakes();
  private volatile boolean running;
  private final Thread thread =
      Thread.ofPlatform().name("webhooks").daemon().unstarted(this::deliver);

  Courier(
      WebhookConfig config,
      TargetPolicy policy,
      HostNames names,
      WorkOverview overview,
      NewDeliveries added,
      Claims claims,
      ClaimEnds ends,
      DeliveryMetrics metrics,
      ChangeSignals signals,
      Clock clock) {
    this.config = config;
    this.policy = policy;
    this.names = names;
    this.overview = overview;
    this.added = added;
    this.claims = claims;
    this.ends = ends;
    this.metrics = metrics;
    this.signals = signals;
    this.clock = clock;
  }

  void start(@Observes StartupEvent started) {
    if (config.deliver()) {
      running = true;
      thread.start();
    }
  }

  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    if (config.deliver()) {
      running = false;
      wakes.more();
      thread.join(END_WITHIN.plusSeconds(1));
    }
  }

  private void deliver() {
    Vertx vertx = Posting.silentVertx();
    HttpClientOptions options =
        new HttpClientOptions().setConnectTimeout((int) config.connectWithin().toMillis());
    try (ChangeSignals.Listening _ = signals.listen(wakes::changed);
        Posting posting = new Posting(vertx, options, clock);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Attempting attempting = new Attempting(policy, names, posting, config.answerWithin(), clock);
      Deliveries deliveries =
          new Deliveries(
              overview,
              claims,
              ends,
              attempting,
              metrics,
              threads,
              new Places(config.overall(), config.perTenant()),
              clock,
              wakes::more);
      new Rounds(overview, added, deliveries, metrics, wakes, config.poll(), () -> running, clock)
          .untilStopped();
      end(threads);
    } finally {
      vertx.close();
    }
  }

  private static void end(ExecutorService threads) {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(END_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
    }
  }
}
