package health.backstep.plan.webhook.edge;

import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.problem.ProblemException;
import health.backstep.backbone.tenancy.Tenant;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.plan.change.Change;
import health.backstep.plan.change.edge.ChangeFeed;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Sends again what was sent before, or what an endpoint was never told of. A message keeps its id,
 * so that a receiver which has it knows.
 */
@ApplicationScoped
class Replays {

  private static final String AGAIN =
      """
      update webhook_delivery
      set state = 'PENDING', round_attempts = 0, next_attempt_at = ?, lease = null, ended_at = null
      where tenant = ? and endpoint_id = ?
      """;

  private static final String COLUMNS =
      """
      select id, endpoint_id, next_number, to_number, only_undelivered, deliveries, created_at,
             finished_at
      from webhook_replay
      """;

  private final TenantTransaction transaction;
  private final ChangeFeed feed;
  private final EndpointRows endpoints;
  private final FanOut fanOut;
  private final WebhookConfig config;
  private final Clock clock;
  private final Sql sql;

  Replays(
      TenantTransaction transaction,
      ChangeFeed feed,
      EndpointRows endpoints,
      FanOut fanOut,
      WebhookConfig config,
      Clock clock,
      Sql sql) {
    this.transaction = transaction;
    this.feed = feed;
    this.endpoints = endpoints;
    this.fanOut = fanOut;
    this.config = config;
    this.clock = clock;
    this.sql = sql;
  }

  /** One delivery again, from its first attempt on. Whether there is such a delivery. */
  boolean one(UUID endpointId, UUID deliveryId) {
    return sql.update(AGAIN + " and id = ?", clock.instant(), tenant(), endpointId, deliveryId)
        == 1;
  }

  /** A stretch of changes again; it is worked on from now on. */
  ReplayView begin(UUID endpointId, ReplayRequest request) {
    ChangeStretch stretch = request.stretch(sql, feed.extent(tenant()));
    UUID id = Uuid7.next();
    Instant now = clock.instant();
    sql.update(
        """
        insert into webhook_replay
          (tenant, id, endpoint_id, next_number, to_number, only_undelivered, created_at,
           finished_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        tenant(),
        id,
        endpointId,
        stretch.first(),
        stretch.last(),
        request.wantsOnlyUndelivered(),
        now,
        stretch.isEmpty() ? now : null);
    return require(endpointId, id);
  }

  /**
   * A replay as it stands.
   *
   * @throws ProblemException 404 when there is none
   */
  ReplayView require(UUID endpointId, UUID replayId) {
    return sql
        .list(
            COLUMNS + " where tenant = ? and endpoint_id = ? and id = ?",
            Replays::view,
            tenant(),
            endpointId,
            replayId)
        .stream()
        .findFirst()
        .orElseThrow(
            () -> ProblemException.notFound("REPLAY_NOT_FOUND", "There is no such replay."));
  }

  /**
   * Goes on with the oldest replay of an endpoint.
   *
   * @return whether there may be more at once
   */
  boolean step(Tenant tenant, UUID endpointId, Instant now) {
    return transaction.call(
        tenant,
        () ->
            sql
                .list(
                    COLUMNS
                        + """
                         where tenant = ? and endpoint_id = ? and finished_at is null
                        order by id limit 1 for update skip locked
                        """,
                    Replays::view,
                    tenant.name(),
                    endpointId)
                .stream()
                .findFirst()
                .map(open -> goOn(open, now))
                .orElse(false));
  }

  private boolean goOn(ReplayView open, Instant now) {
    Optional<EndpointRow> endpoint = endpoints.findByIdOptional(open.webhookId());
    if (endpoint.isEmpty()) {
      return false;
    }
    List<Change> changes =
        feed.after(tenant(), open.nextNumber() - 1, config.step()).stream()
            .filter(change -> change.number() <= open.toNumber())
            .toList();
    long again =
        FanOut.wanted(endpoint.get(), changes).stream()
            .filter(change -> again(open, change, now))
            .count();
    boolean done = changes.size() < config.step();
    sql.update(
        """
        update webhook_replay set next_number = ?, deliveries = deliveries + ?, finished_at = ?
        where tenant = ? and id = ?
        """,
        done ? open.toNumber() + 1 : changes.getLast().number() + 1,
        again,
        done ? now : null,
        tenant(),
        open.replayId());
    return true;
  }

  private boolean again(ReplayView open, Change change, Instant now) {
    String which = open.onlyUndelivered() ? " and state = 'FAILED'" : " and state <> 'PENDING'";
    return fanOut.add(open.webhookId(), change, now)
        || sql.update(
                AGAIN + " and change_number = ?" + which,
                now,
                tenant(),
                open.webhookId(),
                change.number())
            == 1;
  }

  private static ReplayView view(ResultSet row) throws SQLException {
    return new ReplayView(
        row.getObject("id", UUID.class),
        row.getObject("endpoint_id", UUID.class),
        Sql.instant(row, "finished_at").isEmpty()
            ? ReplayView.Status.RUNNING
            : ReplayView.Status.DONE,
        row.getLong("next_number"),
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
