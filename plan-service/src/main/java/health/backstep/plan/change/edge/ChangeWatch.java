package health.backstep.plan.change.edge;

import health.backstep.backbone.failure.Failures;
import health.backstep.backbone.tenancy.Tenant;
import health.backstep.backbone.tenancy.TenantTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Looks at all feeds about once a second: numbers what nobody has read yet, wakes who follows a
 * tenant to whose changes another instance has added, and removes what is past its time, one step
 * at a time. Every instance does so.
 */
@ApplicationScoped
public class ChangeWatch {

  private static final Logger LOG = Logger.getLogger(ChangeWatch.class);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

  private final FeedOverview overview;
  private final TenantTransaction transaction;
  private final ChangeFeed feed;
  private final ChangeSignals signals;
  private final ChangesConfig config;
  private final Clock clock;
  private final Map<String, Long> seen = new HashMap<>();
  private final Thread thread =
      Thread.ofPlatform().name("change-watch").daemon().unstarted(this::watchUntilStopped);

  ChangeWatch(
      FeedOverview overview,
      TenantTransaction transaction,
      ChangeFeed feed,
      ChangeSignals signals,
      ChangesConfig config,
      Clock clock) {
    this.overview = overview;
    this.transaction = transaction;
    this.feed = feed;
    this.signals = signals;
    this.config = config;
    this.clock = clock;
  }

  void start(@Observes StartupEvent started) {
    thread.start();
  }

  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    thread.interrupt();
    thread.join(STOP_WITHIN);
  }

  private void watchUntilStopped() {
    try {
      while (true) {
        watchWhileConnected();
        Thread.sleep(config.lookEvery());
      }
    } catch (InterruptedException e) {
      LOG.debug("Stopping");
    }
  }

  private void watchWhileConnected() throws InterruptedException {
    try (Connection connection = overview.connect()) {
      ExpiringChanges expiring =
          new ExpiringChanges(new RemovingChanges(connection), config, clock);
      while (true) {
        look(connection);
        expiring.step();
        Thread.sleep(config.lookEvery());
      }
    } catch (SQLException e) {
      LOG.debugf("Changes are looked at again after SQLSTATE %s", e.getSQLState());
    } catch (RuntimeException e) {
      LOG.warnf("Changes are looked at again after %s", Failures.name(e));
    }
  }

  private void look(Connection connection) throws SQLException {
    FeedOverview.Seen now = overview.look(connection);
    for (String tenant : now.unnumbered()) {
      now.last()
          .put(tenant, transaction.call(new Tenant(tenant), () -> feed.extent(tenant)).last());
    }
    now.last()
        .forEach(
            (tenant, last) -> {
              if (!last.equals(seen.put(tenant, last))) {
                signals.signal(tenant);
              }
            });
  }
}
