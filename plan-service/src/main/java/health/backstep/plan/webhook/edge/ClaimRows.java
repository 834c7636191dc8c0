package health.backstep.plan.webhook.edge;

import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.plan.webhook.Attempt;
import health.backstep.plan.webhook.Message;
import health.backstep.plan.webhook.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The running tenant's deliveries as those see them who make the attempts. Whose lease is on a row,
 * nobody else claims it before the next attempt is due; what is left of a dead instance is a row
 * that is due again.
 */
@ApplicationScoped
class ClaimRows {

  /** A delivery that was claimed. */
  record Claimed(UUID id, Message message) {}

  private static final String UNDER_WAY =
      """
      select count(*) from webhook_delivery
      where tenant = ? and endpoint_id = ? and state = 'PENDING' and next_attempt_at > ?
        and lease is not null
      """;

  /** Chosen once: a subquery in the condition could be asked again for each row and find more. */
  private static final String CLAIM =
      """
      with chosen as materialized (
        select tenant, id from webhook_delivery
        where tenant = ? and endpoint_id = ? and state = 'PENDING' and next_attempt_at <= ?
        order by next_attempt_at limit ? for update skip locked)
      update webhook_delivery d set lease = ?, next_attempt_at = ?
      from chosen where d.tenant = chosen.tenant and d.id = chosen.id
      returning d.id, d.message_id, d.body
      """;

  private static final String ATTEMPTS =
      """
      select round_attempts from webhook_delivery
      where tenant = ? and id = ? and lease = ? for update
      """;

  private static final String END =
      """
      update webhook_delivery
      set state = ?, round_attempts = ?, attempts = attempts + 1, next_attempt_at = ?, lease = null,
          last_outcome = ?, last_status = ?, ended_at = ?
      where tenant = ? and id = ?
      """;

  private static final String LOG =
      """
      insert into webhook_attempt (tenant, delivery_id, number, at, took_ms, outcome, status)
      select tenant, id, attempts, ?, ?, ?, ? from webhook_delivery where tenant = ? and id = ?
      """;

  private static final String PUT_BACK =
      """
      update webhook_delivery set lease = null, next_attempt_at = ?
      where tenant = ? and id = ? and lease = ?
      """;

  private final Sql sql;

  ClaimRows(Sql sql) {
    this.sql = sql;
  }

  /** How many attempts are being made at an endpoint, by all instances. */
  int underWay(UUID endpointId, Instant now) {
    return sql.list(UNDER_WAY, row -> row.getInt(1), tenant(), endpointId, now).getFirst();
  }

  /**
   * Puts the lease on deliveries that are due, those first that have been so for longest.
   *
   * @param until when somebody else may claim them
   */
  List<Claimed> claim(UUID endpointId, int most, UUID lease, Instant now, Instant until) {
    return sql.list(
        CLAIM,
        row ->
            new Claimed(
                row.getObject("id", UUID.class),
                new Message(row.getString("message_id"), row.getString("body"))),
        tenant(),
        endpointId,
        now,
        most,
        lease,
        until);
  }

  /** Attempts of the running round, if the lease is still on the row, which is locked then. */
  Optional<Integer> attempts(Claim claim) {
    return sql
        .list(ATTEMPTS, row -> row.getInt(1), tenant(), claim.deliveryId(), claim.lease())
        .stream()
        .findFirst();
  }

  /** Notes an attempt and where the delivery stands after it. */
  void end(UUID id, Attempt attempt, Progress progress, Instant began, Duration took) {
    String outcome = attempt.outcome().name();
    Integer status = attempt.status().orElse(null);
    sql.update(
        END,
        progress.state().name(),
        progress.attempts(),
        progress.next().orElse(null),
        outcome,
        status,
        progress.state() == Progress.State.PENDING ? null : began.plus(took),
        tenant(),
        id);
    sql.update(LOG, began, took.toMillis(), outcome, status, tenant(), id);
  }

  /** Takes the lease off, if it is still on, as if nothing had been claimed. */
  void putBack(Claim claim, Instant until) {
    sql.update(PUT_BACK, until, tenant(), claim.deliveryId(), claim.lease());
  }

  private static String tenant() {
    return TenantTransaction.current().name();
  }
}
