package health.backstep.plan.webhook.edge;

import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The running tenant's replays. */
@ApplicationScoped
class ReplayRows {

  /**
   * One that is not done.
   *
   * @param next the change that is looked at next
   * @param last the last change that is looked at
   */
  record Open(UUID id, long next, long last, boolean onlyUndelivered) {}

  private static final String ADD =
      """
      insert into webhook_replay
        (tenant, id, endpoint_id, from_number, next_number, to_number, only_undelivered, created_at,
         finished_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String VIEW =
      """
      select r.id, r.endpoint_id, r.from_number, r.to_number, r.only_undelivered, r.deliveries,
             r.created_at, r.finished_at,
             case when r.expired then 'EXPIRED' when r.finished_at is not null then 'DONE'
                  when e.disabled_because is not null then 'PAUSED' else 'RUNNING' end as status
      from webhook_replay r
        join webhook_endpoint e on e.tenant = r.tenant and e.id = r.endpoint_id
      where r.tenant = ? and r.endpoint_id = ? and r.id = ?
      """;

  private static final String OPEN =
      "select count(*) from webhook_replay"
          + " where tenant = ? and endpoint_id = ? and finished_at is null";

  private static final String OLDEST =
      """
      select id, next_number, to_number, only_undelivered from webhook_replay
      where tenant = ? and endpoint_id = ? and finished_at is null
      order by id limit 1 for update skip locked
      """;

  private static final String MOVE =
      """
      update webhook_replay set next_number = ?, deliveries = deliveries + ?, finished_at = ?
      where tenant = ? and id = ?
      """;

  private static final String EXPIRE =
      """
      update webhook_replay set expired = true, finished_at = ?
      where tenant = ? and endpoint_id = ? and finished_at is null
      """;

  private final Sql sql;

  ReplayRows(Sql sql) {
    this.sql = sql;
  }

  /** A new one, which is done when there is nothing in its stretch. */
  UUID add(UUID endpointId, ChangeStretch stretch, boolean onlyUndelivered, Instant now) {
    UUID id = Uuid7.next();
    sql.update(
        ADD,
        tenant(),
        id,
        endpointId,
        stretch.first(),
        stretch.first(),
        stretch.last(),
        onlyUndelivered,
        now,
        stretch.isEmpty() ? now : null);
    return id;
  }

  Optional<ReplayView> view(UUID endpointId, UUID replayId) {
    return sql.list(VIEW, ReplayRows::view, tenant(), endpointId, replayId).stream().findFirst();
  }

  /** How many of an endpoint are not done. */
  int open(UUID endpointId) {
    return sql.list(OPEN, row -> row.getInt(1), tenant(), endpointId).getFirst();
  }

  /** The oldest of an endpoint that is not done, locked; none while somebody else works on it. */
  Optional<Open> oldest(UUID endpointId) {
    return sql
        .list(
            OLDEST,
            row ->
                new Open(
                    row.getObject("id", UUID.class),
                    row.getLong("next_number"),
                    row.getLong("to_number"),
                    row.getBoolean("only_undelivered")),
            tenant(),
            endpointId)
        .stream()
        .findFirst();
  }

  /**
   * Notes how far it has come.
   *
   * @param more deliveries that were made or begun again
   */
  void move(Open replay, long next, long more, Instant now) {
    sql.update(MOVE, next, more, next > replay.last() ? now : null, tenant(), replay.id());
  }

  /** Ends all of an endpoint that are not done. */
  void expire(UUID endpointId, Instant now) {
    sql.update(EXPIRE, now, tenant(), endpointId);
  }

  private static ReplayView view(ResultSet row) throws SQLException {
    return new ReplayView(
        row.getObject("id", UUID.class),
        row.getObject("endpoint_id", UUID.class),
        ReplayView.Status.valueOf(row.getString("status")),
        row.getObject("from_number", Long.class),
        row.getLong("to_number"),
        row.getBoolean("only_undelivered"),
        row.getLong("deliveries"),
        Sql.instant(row, "created_at").orElseThrow(),
        Sql.instant(row, "finished_at").orElse(null));
  }

  private static String tenant() {
    return TenantTransaction.current().name();
  }
}
