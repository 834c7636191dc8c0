package health.backstep.plan.webhook.edge;

import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.tenancy.Tenant;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.plan.webhook.Attempt;
import health.backstep.plan.webhook.Health;
import health.backstep.plan.webhook.Message;
import health.backstep.plan.webhook.Progress;
import health.backstep.plan.webhook.SigningSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Hands out attempts to the instances and takes their outcomes. No transaction is open while an
 * attempt is made: a lease keeps others away, and when who has it dies, it runs out.
 */
@ApplicationScoped
class Claims {

  private static final String BUSY =
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

  private static final String CLAIMED =
      """
      select round_attempts from webhook_delivery
      where tenant = ? and id = ? and lease = ? for update
      """;

  private static final String SET =
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

  private static final String DISABLE =
      """
      update webhook_endpoint set disabled_because = ?, disabled_at = ?, version = version + 1
      where tenant = ? and id = ? and disabled_because is null
      """;

  private final TenantTransaction transaction;
  private final EndpointRows endpoints;
  private final SecretRows secrets;
  private final ProgressRows progress;
  private final SealedSecrets sealing;
  private final WebhookConfig config;
  private final Sql sql;

  Claims(
      TenantTransaction transaction,
      EndpointRows endpoints,
      SecretRows secrets,
      ProgressRows progress,
      SealedSecrets sealing,
      WebhookConfig config,
      Sql sql) {
    this.transaction = transaction;
    this.endpoints = endpoints;
    this.secrets = secrets;
    this.progress = progress;
    this.sealing = sealing;
    this.config = config;
    this.sql = sql;
  }

  /**
   * The attempts that are due at an endpoint, as many as it may have under way.
   *
   * @return none also when another instance is just asking
   */
  List<Claim> claim(Tenant tenant, UUID endpointId, int most, Instant now) {
    return transaction.call(
        tenant,
        () ->
            progress
                .tryLock(endpointId)
                .filter(row -> row.health().pausedUntil().filter(now::isBefore).isEmpty())
                .map(row -> Math.min(most, places(tenant, endpointId, row.health(), now)))
                .filter(places -> places > 0)
                .flatMap(places -> claimed(tenant, endpointId, places, now))
                .orElse(List.of()));
  }

  /** Notes how the attempt ended, unless its lease had run out before. */
  void end(Claim claim, Attempt attempt, Instant began, Duration took, double chance) {
    transaction.run(
        claim.tenant(),
        () -> {
          Optional<ProgressRows.Row> row = progress.lock(claim.endpointId());
          if (row.isPresent() && note(claim, attempt, began, took, chance)) {
            judge(claim, attempt, row.get().health(), began.plus(took));
          }
        });
  }

  private int places(Tenant tenant, UUID endpointId, Health health, Instant now) {
    int busy = sql.list(BUSY, row -> row.getInt(1), tenant.name(), endpointId, now).getFirst();
    return (health.isFailing() ? 1 : config.perEndpoint()) - busy;
  }

  private Optional<List<Claim>> claimed(Tenant tenant, UUID endpointId, int places, Instant now) {
    return endpoints
        .find("id = ?1 and deletedAt is null and disabledBecause is null", endpointId)
        .firstResultOptional()
        .map(endpoint -> claimed(tenant, endpoint, places, now));
  }

  private List<Claim> claimed(Tenant tenant, EndpointRow endpoint, int places, Instant now) {
    UUID lease = Uuid7.next();
    List<SigningSecret> signing =
        secrets.signing(endpoint.id, now).stream()
            .map(secret -> sealing.open(tenant.name(), endpoint.id, secret.sealed))
            .toList();
    return sql.list(
        CLAIM,
        row ->
            new Claim(
                tenant,
                endpoint.id,
                row.getObject("id", UUID.class),
                lease,
                endpoint.url,
                new Message(row.getString("message_id"), row.getString("body")),
                signing),
        tenant.name(),
        endpoint.id,
        now,
        places,
        lease,
        now.plus(config.lease()));
  }

  private boolean note(Claim claim, Attempt attempt, Instant began, Duration took, double chance) {
    String tenant = claim.tenant().name();
    Optional<Integer> made =
        sql.list(CLAIMED, row -> row.getInt(1), tenant, claim.deliveryId(), claim.lease()).stream()
            .findFirst();
    if (made.isEmpty()) {
      return false;
    }
    Instant now = began.plus(took);
    Progress next =
        new Progress(Progress.State.PENDING, made.get(), Optional.empty())
            .after(attempt, now, chance);
    sql.update(
        SET,
        next.state().name(),
        next.attempts(),
        next.next().orElse(null),
        attempt.outcome().name(),
        attempt.status().orElse(null),
        next.state() == Progress.State.PENDING ? null : now,
        tenant,
        claim.deliveryId());
    sql.update(
        LOG,
        began,
        took.toMillis(),
        attempt.outcome().name(),
        attempt.status().orElse(null),
        tenant,
        claim.deliveryId());
    return true;
  }

  private void judge(Claim claim, Attempt attempt, Health before, Instant now) {
    Health health = before.after(attempt, now);
    if (!health.equals(before)) {
      progress.health(claim.endpointId(), health);
    }
    health
        .disabled(attempt, now, config.disableAfter())
        .ifPresent(
            reason ->
                sql.update(DISABLE, reason.name(), now, claim.tenant().name(), claim.endpointId()));
  }
}
