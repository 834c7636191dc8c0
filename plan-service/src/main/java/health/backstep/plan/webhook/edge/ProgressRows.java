package health.backstep.plan.webhook.edge;

import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.plan.webhook.Health;
import health.backstep.plan.webhook.Missed;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

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
   * @param missed also what it will turn out to have missed when it comes to it
   */
  record Row(long fannedOut, Health health, Optional<Missed> missed) {}

  private static final String FIND =
      """
      select p.fanned_out, p.failing_since, p.failures, p.paused_until, p.missed, p.missed_from,
             p.missed_to, coalesce(f.removed_up_to, 0) as removed_up_to
      from webhook_progress p left join change_feed f on f.tenant = p.tenant
      where p.tenant = ? and p.endpoint_id = ?
      """;

  private static final String MISSED =
      """
      update webhook_progress
      set missed = missed + ?, missed_from = least(missed_from, ?),
          missed_to = greatest(missed_to, ?)
      where tenant = ? and endpoint_id = ?
      """;

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

  Row read(UUID endpointId) {
    return find(FIND, endpointId).orElseThrow();
  }

  /** The row, locked until the transaction ends. */
  Optional<Row> lock(UUID endpointId) {
    return find(FIND + " for update of p", endpointId);
  }

  /** The same, unless somebody else has locked it. */
  Optional<Row> tryLock(UUID endpointId) {
    return find(FIND + " for update of p skip locked", endpointId);
  }

  void fannedOut(UUID endpointId, long number) {
    sql.update(
        "update webhook_progress set fanned_out = ? where tenant = ? and endpoint_id = ?",
        number,
        tenant(),
        endpointId);
  }

  /** Adds to what it has missed. */
  void missed(UUID endpointId, Missed more) {
    sql.update(MISSED, more.changes(), more.fromNumber(), more.toNumber(), tenant(), endpointId);
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
        row.getLong("fanned_out"),
        new Health(failingSince, row.getInt("failures"), pausedUntil),
        missed(row));
  }

  private static Optional<Missed> missed(ResultSet row) throws SQLException {
    long changes = row.getLong("missed");
    Optional<Missed> noted =
        changes == 0
            ? Optional.empty()
            : Optional.of(
                new Missed(changes, row.getLong("missed_from"), row.getLong("missed_to")));
    Optional<Missed> coming =
        Missed.between(row.getLong("fanned_out"), row.getLong("removed_up_to"));
    return Stream.of(noted, coming).flatMap(Optional::stream).reduce(Missed::and);
  }

  private static String tenant() {
    return TenantTransaction.current().name();
  }
}
