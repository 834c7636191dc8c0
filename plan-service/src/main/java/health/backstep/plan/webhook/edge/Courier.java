package health.backstep.plan.webhook.edge;

import health.backstep.backbone.failure.Failures;
import health.backstep.plan.change.edge.ChangeSignals;
import health.backstep.plan.webhook.TargetPolicy;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Delivers, in every instance, from its start to its end. It is woken by changes of its own process
 * and by attempts that end, and looks about once a second for the rest: changes of other instances
 * and attempts that have become due.
 */
@ApplicationScoped
public class Courier {

  private static final Logger LOG = Logger.getLogger(Courier.class);

  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

  /** In place of a tenant's name when nothing has changed. */
  private static final String ONLY_DUE = "";

  private final WebhookConfig config;
  private final TargetPolicy policy;
  private final HostNames names;
  private final WorkOverview overview;
  private final FanOut fanOut;
  private final Replays replays;
  private final Claims claims;
  private final DeliveryMetrics metrics;
  private final ChangeSignals signals;
  private final Clock clock;
  private final BlockingQueue<String> woken = new LinkedBlockingQueue<>();
  private volatile boolean running;
  private final Thread thread =
      Thread.ofPlatform().name("webhooks").daemon().unstarted(this::deliverUntilStopped);

  Courier(
      WebhookConfig config,
      TargetPolicy policy,
      HostNames names,
      WorkOverview overview,
      FanOut fanOut,
      Replays replays,
      Claims claims,
      DeliveryMetrics metrics,
      ChangeSignals signals,
      Clock clock) {
    this.config = config;
    this.policy = policy;
    this.names = names;
    this.overview = overview;
    this.fanOut = fanOut;
    this.replays = replays;
    this.claims = claims;
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
      thread.interrupt();
      thread.join(STOP_WITHIN);
    }
  }

  private void deliverUntilStopped() {
    Vertx vertx = Posting.silentVertx();
    HttpClientOptions options =
        new HttpClientOptions().setConnectTimeout((int) config.connectWithin().toMillis());
    ChangeSignals.Listening listening = signals.listen(woken::add);
    try (Posting posting = new Posting(vertx, options, clock);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Attempting attempting = new Attempting(policy, names, posting, config.answerWithin(), clock);
      Deliveries deliveries =
          new Deliveries(
              overview,
              fanOut,
              replays,
              claims,
              attempting,
              metrics,
              threads,
              clock,
              config.overall(),
              () -> woken.add(ONLY_DUE));
      while (running) {
        deliverWhileConnected(deliveries);
      }
      threads.shutdownNow();
    } finally {
      listening.close();
      vertx.close();
    }
  }

  private void deliverWhileConnected(Deliveries deliveries) {
    try (Connection connection = overview.connect()) {
      Set<String> changed = new HashSet<>();
      long polled = System.nanoTime() - config.poll().toNanos();
      while (running) {
        if (System.nanoTime() - polled >= config.poll().toNanos()) {
          polled = System.nanoTime();
          deliveries.forgetFull();
          metrics.waiting(overview.waiting(connection, clock.instant()));
        }
        deliveries.fanOut(connection, changed);
        deliveries.begin(connection);
        changed = awaitChanges();
      }
    } catch (SQLException e) {
      LOG.warnf("Webhooks wait for the database: SQLSTATE %s", e.getSQLState());
      pause();
    } catch (RuntimeException e) {
      LOG.warnf("Webhooks are looked at again after %s", Failures.name(e));
      pause();
    } catch (InterruptedException e) {
      LOG.debug("Stopping");
    }
  }

  /** Waits until something has happened or the poll is due. The tenants that it happened to. */
  private Set<String> awaitChanges() throws InterruptedException {
    Set<String> changed = new HashSet<>();
    String first = woken.poll(config.poll().toMillis(), TimeUnit.MILLISECONDS);
    if (first != null) {
      changed.add(first);
      woken.drainTo(changed);
      changed.remove(ONLY_DUE);
    }
    return changed;
  }

  private void pause() {
    try {
      Thread.sleep(config.poll());
    } catch (InterruptedException e) {
      LOG.debug("Stopping");
    }
  }
}
