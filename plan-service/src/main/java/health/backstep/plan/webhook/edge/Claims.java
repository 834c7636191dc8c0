package health.backstep.plan.webhook.edge;

import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.tenancy.Tenant;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.plan.webhook.Health;
import health.backstep.plan.webhook.SigningSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Hands out attempts to the instances. No transaction is open while an attempt is made: a lease
 * keeps others away, and when who has it dies, it runs out.
 */
@ApplicationScoped
class Claims {

  private final TenantTransaction transaction;
  private final EndpointRows endpoints;
  private final SecretRows secrets;
  private final ProgressRows progress;
  private final ClaimRows rows;
  private final SealedSecrets sealing;
  private final WebhookConfig config;

  Claims(
      TenantTransaction transaction,
      EndpointRows endpoints,
      SecretRows secrets,
      ProgressRows progress,
      ClaimRows rows,
      SealedSecrets sealing,
      WebhookConfig config) {
    this.transaction = transaction;
    this.endpoints = endpoints;
    this.secrets = secrets;
    this.progress = progress;
    this.rows = rows;
    this.sealing = sealing;
    this.config = config;
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
                .map(row -> Math.min(most, places(endpointId, row.health(), now)))
                .filter(places -> places > 0)
                .flatMap(
                    places ->
                        endpoints
                            .enabled(endpointId)
                            .map(endpoint -> claim(tenant, endpoint, places, now)))
                .orElse(List.of()));
  }

  private int places(UUID endpointId, Health health, Instant now) {
    return (health.isFailing() ? 1 : config.perEndpoint()) - rows.underWay(endpointId, now);
  }

  private List<Claim> claim(Tenant tenant, EndpointRow endpoint, int places, Instant now) {
    UUID lease = Uuid7.next();
    List<SigningSecret> signing =
        secrets.signing(endpoint.id, now).stream()
            .map(secret -> sealing.open(tenant.name(), endpoint.id, secret.sealed))
            .toList();
    return rows.claim(endpoint.id, places, lease, now, now.plus(config.lease())).stream()
        .map(
            due ->
                new Claim(
                    tenant, endpoint.id, due.id(), lease, endpoint.url, due.message(), signing))
        .toList();
  }
}
