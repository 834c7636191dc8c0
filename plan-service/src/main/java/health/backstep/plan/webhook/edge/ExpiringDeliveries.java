package health.backstep.plan.webhook.edge;

import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.plan.webhook.Missed;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Ends what waits for endpoints that have been disabled for long: nothing waits without end, and
 * what was never sent is noted as missed.
 */
@ApplicationScoped
class ExpiringDeliveries {

  /** What was ended in one step. */
  private record Step(int deliveries, Optional<Missed> missed) {}

  private static final String WAITED_FOR =
      """
      select e.id from webhook_endpoint e
      where e.tenant = ? and e.disabled_at < ? and e.deleted_at is null and
      """
          + WorkOverview.SOMETHING_WAITS
          + "order by e.id limit 1";

  private static final String EXPIRE =
      """
      with chosen as materialized (
        select tenant, id from webhook_delivery
        where tenant = ? and endpoint_id = ? and state = 'PENDING'
        order by id limit ? for update),
      expired as (
        update webhook_delivery d
        set state = 'EXPIRED', next_attempt_at = null, lease = null, ended_at = ?
        from chosen where d.tenant = chosen.tenant and d.id = chosen.id
        returning d.change_number)
      select count(*), count(change_number), min(change_number), max(change_number) from expired
      """;

  private final EndpointRows endpoints;
  private final ProgressRows progress;
  private final ReplayRows replays;
  private final WebhookConfig config;
  private final Clock clock;
  private final Sql sql;

  ExpiringDeliveries(
      EndpointRows endpoints,
      ProgressRows progress,
      ReplayRows replays,
      WebhookConfig config,
      Clock clock,
      Sql sql) {
    this.endpoints = endpoints;
    this.progress = progress;
    this.replays = replays;
    this.config = config;
    this.clock = clock;
    this.sql = sql;
  }

  /**
   * Ends a step of what waits for one of the running tenant's endpoints that was disabled before.
   *
   * @return whether there may be more
   */
  boolean step(Instant before) {
    return sql.list(WAITED_FOR, row -> row.getObject(1, UUID.class), tenant(), before).stream()
        .findFirst()
        .filter(endpointId -> expire(endpointId, before))
        .isPresent();
  }

  /** Under the lock under which an endpoint is enabled; looked at again behind it. */
  private boolean expire(UUID endpointId, Instant before) {
    progress.lock(endpointId);
    if (endpoints.disabledSince(endpointId).filter(before::isAfter).isEmpty()) {
      return false;
    }
    Instant now = clock.instant();
    Step step =
        sql.list(EXPIRE, ExpiringDeliveries::read, tenant(), endpointId, config.step(), now)
            .getFirst();
    step.missed().ifPresent(missed -> progress.missed(endpointId, missed));
    if (step.deliveries() < config.step()) {
      replays.expire(endpointId, now);
    }
    return true;
  }

  private static Step read(ResultSet row) throws SQLException {
    long changes = row.getLong(2);
    return new Step(
        row.getInt(1),
        changes == 0
            ? Optional.empty()
            : Optional.of(new Missed(changes, row.getLong(3), row.getLong(4))));
  }

  private static String tenant() {
    return TenantTransaction.current().name();
  }
}
