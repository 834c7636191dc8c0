package health.backstep.plan.webhook.edge;

import health.backstep.backbone.problem.ProblemException;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.plan.webhook.Outcome;
import health.backstep.plan.webhook.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The running tenant's deliveries, as partners see them. */
@ApplicationScoped
class DeliveryLog {

  private static final String COLUMNS =
      """
      select id, message_id, type, change_number, state, attempts, next_attempt_at, last_outcome,
             last_status, created_at, ended_at, body
      from webhook_delivery where tenant = ? and endpoint_id = ?
      """;

  private static final String ATTEMPTS =
      """
      select number, at, took_ms, outcome, status from webhook_attempt
      where tenant = ? and delivery_id = ? order by number
      """;

  private final Sql sql;

  DeliveryLog(Sql sql) {
    this.sql = sql;
  }

  /**
   * The state that a partner names; null for all.
   *
   * @throws ProblemException 400 when there is none of that name
   */
  static Progress.@Nullable State state(@Nullable String status) {
    if (status == null) {
      return null;
    }
    return Arrays.stream(Progress.State.values())
        .filter(state -> state.name().equals(status))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    400,
                    "STATUS_UNKNOWN",
                    "status is PENDING, DELIVERED, FAILED or EXPIRED.",
                    List.of()));
  }

  /** Newest first. */
  List<DeliveryView> page(UUID endpointId, Progress.@Nullable State state, UUID before, int limit) {
    String which = state == null ? "" : " and state = '" + state.name() + "'";
    return sql.list(
        COLUMNS + which + " and id < ? order by id desc limit ?",
        DeliveryLog::view,
        tenant(),
        endpointId,
        before,
        limit);
  }

  /**
   * One with its attempts and what is sent.
   *
   * @throws ProblemException 404 when there is none
   */
  DeliveryView require(UUID endpointId, UUID deliveryId) {
    return sql
        .list(
            COLUMNS + " and id = ?",
            row -> view(row).with(attempts(deliveryId), row.getString("body")),
            tenant(),
            endpointId,
            deliveryId)
        .stream()
        .findFirst()
        .orElseThrow(
            () -> ProblemException.notFound("DELIVERY_NOT_FOUND", "There is no such delivery."));
  }

  private List<DeliveryView.AttemptView> attempts(UUID deliveryId) {
    return sql.list(ATTEMPTS, DeliveryLog::attempt, tenant(), deliveryId);
  }

  private static DeliveryView.AttemptView attempt(ResultSet row) throws SQLException {
    Outcome outcome = Outcome.valueOf(row.getString("outcome"));
    return new DeliveryView.AttemptView(
        row.getInt("number"),
        Sql.instant(row, "at").orElseThrow(),
        row.getLong("took_ms"),
        outcome,
        outcome.words(),
        row.getObject("status", Integer.class));
  }

  private static DeliveryView view(ResultSet row) throws SQLException {
    return new DeliveryView(
        row.getObject("id", UUID.class),
        row.getString("message_id"),
        row.getString("type"),
        row.getObject("change_number", Long.class),
        Progress.State.valueOf(row.getString("state")),
        row.getInt("attempts"),
        Sql.instant(row, "next_attempt_at").orElse(null),
        Optional.ofNullable(row.getString("last_outcome")).map(Outcome::valueOf).orElse(null),
        row.getObject("last_status", Integer.class),
        Sql.instant(row, "created_at").orElseThrow(),
        Sql.instant(row, "ended_at").orElse(null),
        null,
        null);
  }

  private static String tenant() {
    return TenantTransaction.current().name();
  }
}
