package health.backstep.plan.webhook.edge;

import health.backstep.backbone.tenancy.Tenant;
import health.backstep.backbone.watch.AllTenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where all tenants' endpoints have work, seen with the role that looks after all of them. It sees
 * ids and times; urls, messages and secrets are for the tenants' own transactions.
 */
@ApplicationScoped
class WorkOverview {

  /** An endpoint at which there is something to do. */
  record Place(Tenant tenant, UUID endpointId) {}

  /**
   * What waits at endpoints that are enabled.
   *
   * @param oldestDue since when the one that is due longest has been due
   */
  record Waiting(long pending, Optional<Instant> oldestDue) {}

  private static final String BEHIND =
      """
      select e.tenant, e.id from webhook_endpoint e
        join webhook_progress p on p.tenant = e.tenant and p.endpoint_id = e.id
      where e.disabled_because is null and e.deleted_at is null
        and (p.fanned_out < (select f.last_number from change_feed f where f.tenant = e.tenant)
          or exists (
            select from webhook_replay r
            where r.tenant = e.tenant and r.endpoint_id = e.id and r.finished_at is null))
      """;

  private static final String FIRST_DUE =
      """
      select e.tenant, e.id, due.at from webhook_endpoint e
        join webhook_progress p on p.tenant = e.tenant and p.endpoint_id = e.id
        cross join lateral (
          select min(d.next_attempt_at) as at from webhook_delivery d
          where d.tenant = e.tenant and d.endpoint_id = e.id and d.state = 'PENDING') due
      where e.disabled_because is null and e.deleted_at is null and due.at <= ?
        and (p.paused_until is null or p.paused_until <= ?)
      order by due.at
      """;

  private static final String LISTENING =
      """
      select distinct tenant from webhook_endpoint
      where tenant = any(?) and disabled_because is null and deleted_at is null
      """;

  private static final String PENDING =
      """
      select count(*) from (
        select from webhook_delivery d
          join webhook_endpoint e on e.tenant = d.tenant and e.id = d.endpoint_id
        where d.state = 'PENDING' and e.disabled_because is null and e.deleted_at is null
        limit 100000) counted
      """;

  /** Of an endpoint {@code e}. */
  static final String SOMETHING_WAITS =
      """
      (exists (
        select from webhook_delivery d
        where d.tenant = e.tenant and d.endpoint_id = e.id and d.state = 'PENDING')
      or exists (
        select from webhook_replay r
        where r.tenant = e.tenant and r.endpoint_id = e.id and r.finished_at is null))
      """;

  private static final String PAST =
      """
      select tenant from webhook_delivery where ended_at < ?
      union select tenant from webhook_endpoint where deleted_at is not null
      union select tenant from webhook_replay where finished_at < ?
      union select tenant from webhook_secret where expires_at < ?
      union select e.tenant from webhook_endpoint e where e.disabled_at < ? and
      """
          + SOMETHING_WAITS;

  private final AllTenants tenants;

  WorkOverview(AllTenants tenants) {
    this.tenants = tenants;
  }

  Connection connect() throws SQLException {
    return tenants.connect("webhooks");
  }

  /** Endpoints with changes that have not become deliveries yet, or with an open replay. */
  List<Place> behind(Connection connection) throws SQLException {
    return Sql.list(
        connection,
        BEHIND,
        row -> new Place(new Tenant(row.getString(1)), row.getObject(2, UUID.class)));
  }

  /** Endpoints with deliveries that are due, the one that has waited longest first. */
  List<Place> due(Connection connection, Instant now) throws SQLException {
    return Sql.list(
        connection,
        FIRST_DUE,
        row -> new Place(new Tenant(row.getString(1)), row.getObject(2, UUID.class)),
        now,
        now);
  }

  /** Those of the tenants that have an endpoint. */
  List<Tenant> listening(Connection connection, List<String> tenants) throws SQLException {
    return Sql.list(
        connection,
        LISTENING,
        row -> new Tenant(row.getString(1)),
        connection.createArrayOf("text", tenants.toArray()));
  }

  Waiting waiting(Connection connection, Instant now) throws SQLException {
    long pending = Sql.list(connection, PENDING, row -> row.getLong(1)).getFirst();
    return new Waiting(
        pending,
        Sql.list(connection, FIRST_DUE + " limit 1", row -> Sql.instant(row, "at"), now, now)
            .stream()
            .findFirst()
            .flatMap(at -> at));
  }

  /** Tenants with rows that are past their time. */
  List<Tenant> withOldRows(Connection connection, Instant before) throws SQLException {
    return Sql.list(
        connection, PAST, row -> new Tenant(row.getString(1)), before, before, before, before);
  }
}
