package health.backstep.plan.webhook.edge;

import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.plan.webhook.Health;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How far each endpoint of the running tenant has come and how it answers. A row of its own beside
 * the endpoint, so that deliveries never wait for a partner's change of it or get into its way.
 */
@ApplicationScoped
class ProgressRows {

  /**
   * An endpoint's row.
   *
   * @param fannedOut the last change that has become a delivery, or is not wanted
   */
  record Row(long fannedOut, Health health) {}

  private static final String COLUMNS =
      "select fanned_out, failing_since, failures, paused_until from webhook_progress";

  private final Sql sql;

  ProgressRows(Sql sql) {
    this.sql = sql;
  }

  void begin(UUID endpointId, long fannedOut) {
    sql.update(
        "insert into webhook_progress (tenant, endpoint_id, fanned_out) values (?, ?, ?)",
        tenant(),
        endpointId,
        fannedOut);
  }

  Health health(UUID endpointId) {
    return find(COLUMNS + " where tenant = ? and endpoint_id = ?", endpointId)
        .map(Row::health)
        .orElse(Health.UNKNOWN);
  }

  /** The row, locked until the transaction ends. */
  Optional<Row> lock(UUID endpointId) {
    return find(COLUMNS + " where tenant = ? and endpoint_id = ? for update", endpointId);
  }

  /** The same, unless somebody else has locked it. */
  Optional<Row> tryLock(UUID endpointId) {
    return find(
        COLUMNS + " where tenant = ? and endpoint_id = ? for update skip locked", endpointId);
  }

  void fannedOut(UUID endpointId, long number) {
    sql.update(
        "update webhook_progress set fanned_out = ? where tenant = ? and endpoint_id = ?",
        number,
        tenant(),
        endpointId);
  }

  void health(UUID endpointId, Health health) {
    sql.update(
        """
        update webhook_progress set failing_since = ?, failures = ?, paused_until = ?
        where tenant = ? and endpoint_id = ?
        """,
        health.failingSince().orElse(null),
        health.failures(),
        health.pausedUntil().orElse(null),
        tenant(),
        endpointId);
  }

  private Optional<Row> find(String query, UUID endpointId) {
    return sql.list(query, ProgressRows::read, tenant(), endpointId).stream().findFirst();
  }

  private static Row read(ResultSet row) throws SQLException {
    Optional<Instant> failingSince = Sql.instant(row, "failing_since");
    Optional<Instant> pausedUntil = Sql.instant(row, "paused_until");
    return new Row(
        row.getLong("fanned_out"), new Health(failingSince, row.getInt("failures"), pausedUntil));
  }

  private static String tenant() {
    return TenantTransaction.current().name();
  }
}
