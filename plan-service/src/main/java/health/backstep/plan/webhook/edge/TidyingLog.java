package health.backstep.plan.webhook.edge;

import health.backstep.backbone.failure.Failures;
import health.backstep.backbone.outbox.Presence;
import health.backstep.backbone.tenancy.Tenant;
import health.backstep.backbone.tenancy.TenantTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Removes what is past its time: deliveries that ended long ago with their attempts, and all of
 * endpoints that were deleted; and ends what has waited as long for endpoints that are disabled. A
 * step is a transaction of one tenant.
 */
@ApplicationScoped
public class TidyingLog {

  private static final Logger LOG = Logger.getLogger(TidyingLog.class);

  private static final String OLD_DELIVERIES =
      """
      delete from webhook_delivery where tenant = ? and id = any (array(
        select d.id from webhook_delivery d
          join webhook_endpoint e on e.tenant = d.tenant and e.id = d.endpoint_id
        where d.tenant = ? and (d.ended_at < ? or e.deleted_at is not null)
        order by d.id limit ? for update of d skip locked))
      """;

  private static final String OLD_REPLAYS =
      """
      delete from webhook_replay where tenant = ? and id = any (array(
        select r.id from webhook_replay r
          join webhook_endpoint e on e.tenant = r.tenant and e.id = r.endpoint_id
        where r.tenant = ? and (r.finished_at < ? or e.deleted_at is not null)
        order by r.id limit ?))
      """;

  private static final String OLD_SECRETS =
      """
      delete from webhook_secret where tenant = ? and id = any (array(
        select id from webhook_secret where tenant = ? and expires_at < ? order by id limit ?))
      """;

  private static final String PROGRESS_OF_DELETED =
      """
      delete from webhook_progress where tenant = ? and endpoint_id in (
        select id from webhook_endpoint where tenant = ? and deleted_at is not null)
      """;

  private static final String DELETED =
      """
      delete from webhook_endpoint e where e.tenant = ? and e.deleted_at is not null
        and not exists (select from webhook_delivery d where d.tenant = e.tenant and d.endpoint_id = e.id)
      """;

  private final WorkOverview overview;
  private final TenantTransaction transaction;
  private final ExpiringDeliveries expiring;
  private final WebhookConfig config;
  private final Presence presence;
  private final Clock clock;
  private final Sql sql;
  private final Thread thread =
      Thread.ofPlatform().name("webhook-log").daemon().unstarted(this::tidyUntilStopped);

  TidyingLog(
      WorkOverview overview,
      TenantTransaction transaction,
      ExpiringDeliveries expiring,
      WebhookConfig config,
      Presence presence,
      Clock clock,
      Sql sql) {
    this.overview = overview;
    this.transaction = transaction;
    this.expiring = expiring;
    this.config = config;
    this.presence = presence;
    this.clock = clock;
    this.sql = sql;
  }

  void start(@Observes StartupEvent started) {
    if (config.deliver()) {
      thread.start();
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    thread.interrupt();
  }

  private void tidyUntilStopped() {
    try {
      while (true) {
        Thread.sleep(config.tidyEvery());
        tidyWhatIsOld();
      }
    } catch (InterruptedException e) {
      LOG.debug("Stopping");
    }
  }

  private void tidyWhatIsOld() {
    try {
      tidy(clock.instant().minus(presence.span(config.keepLog())));
    } catch (RuntimeException e) {
      LOG.warnf("Old deliveries are removed later: %s", Failures.name(e));
    }
  }

  /** Removes all that ended before, and ends all that has waited since before. */
  void tidy(Instant before) {
    try (Connection connection = overview.connect()) {
      for (Tenant tenant : overview.withOldRows(connection, before)) {
        while (transaction.call(tenant, () -> step(tenant.name(), before))) {
          LOG.debug("There is more");
        }
        while (transaction.call(tenant, () -> expiring.step(before))) {
          LOG.debug("There is more");
        }
      }
    } catch (SQLException e) {
      LOG.warnf("Old deliveries are removed later: SQLSTATE %s", e.getSQLState());
    }
  }

  /** Whether there may be more. */
  private boolean step(String tenant, Instant before) {
    int most = config.step();
    int deliveries = sql.update(OLD_DELIVERIES, tenant, tenant, before, most);
    int replays = sql.update(OLD_REPLAYS, tenant, tenant, before, most);
    int secrets = sql.update(OLD_SECRETS, tenant, tenant, before, most);
    boolean more = deliveries == most || replays == most || secrets == most;
    if (!more) {
      sql.update(PROGRESS_OF_DELETED, tenant, tenant);
      sql.update(DELETED, tenant);
    }
    return more;
  }
}
