package health.backstep.plan.change.edge;

import health.backstep.backbone.outbox.Presence;
import health.backstep.backbone.tenancy.Tenant;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.backbone.watch.AllTenants;
import health.backstep.backbone.watch.Watch;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * Looks at all feeds about once a second: numbers what nobody has read yet, wakes who follows a
 * tenant to whose changes another instance has added, and removes what is past its time, one step
 * at a time. Every instance does so.
 */
@ApplicationScoped
public class ChangeWatch {

  private final FeedOverview overview;
  private final TenantTransaction transaction;
  private final ChangeFeed feed;
  private final ChangeSignals signals;
  private final ExpiringChanges expiring;
  private final Map<String, Long> seen = new HashMap<>();
  private final Watch watch;

  ChangeWatch(
      FeedOverview overview,
      TenantTransaction transaction,
      ChangeFeed feed,
      ChangeSignals signals,
      ChangesConfig config,
      Presence presence,
      AllTenants tenants,
      Clock clock) {
    this.overview = overview;
    this.transaction = transaction;
    this.feed = feed;
    this.signals = signals;
    this.expiring = new ExpiringChanges(config, presence, clock);
    this.watch = new Watch("change-watch", tenants, config.lookEvery(), this::step);
  }

  void start(@Observes StartupEvent started) {
    watch.start();
  }

  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    watch.stop();
  }

  private void step(Connection connection) throws SQLException {
    look(connection);
    expiring.step(connection);
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
