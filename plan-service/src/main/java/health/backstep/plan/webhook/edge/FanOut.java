package health.backstep.plan.webhook.edge;

import health.backstep.backbone.tenancy.Tenant;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.plan.change.Change;
import health.backstep.plan.change.edge.ChangeFeed;
import health.backstep.plan.webhook.Missed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes deliveries of changes, a step in each transaction: what an endpoint was told up to is moved
 * with the rows, so that no change is left out or told twice. What is no longer kept when its turn
 * comes is noted as missed.
 */
@ApplicationScoped
class FanOut {

  private final TenantTransaction transaction;
  private final ChangeFeed feed;
  private final EndpointRows endpoints;
  private final ProgressRows progress;
  private final DueDeliveries deliveries;
  private final WebhookConfig config;

  FanOut(
      TenantTransaction transaction,
      ChangeFeed feed,
      EndpointRows endpoints,
      ProgressRows progress,
      DueDeliveries deliveries,
      WebhookConfig config) {
    this.transaction = transaction;
    this.feed = feed;
    this.endpoints = endpoints;
    this.progress = progress;
    this.deliveries = deliveries;
    this.config = config;
  }

  /** Gives numbers to what a tenant has just done, so that it is seen that there is work. */
  void number(Tenant tenant) {
    transaction.call(tenant, () -> feed.extent(tenant.name()));
  }

  /**
   * Makes deliveries of the next changes of an endpoint that is enabled.
   *
   * @return whether there may be more at once
   */
  boolean step(Tenant tenant, UUID endpointId, Instant now) {
    return transaction.call(
        tenant,
        () -> {
          Optional<ProgressRows.Row> row = progress.tryLock(endpointId);
          Optional<EndpointRow> endpoint = endpoints.enabled(endpointId);
          return row.isPresent()
              && endpoint.isPresent()
              && tell(tenant, endpoint.get(), row.get().fannedOut(), now);
        });
  }

  private boolean tell(Tenant tenant, EndpointRow endpoint, long toldUpTo, Instant now) {
    ChangeFeed.Piece piece = feed.after(tenant.name(), toldUpTo, config.step());
    List<Change> changes = piece.changes();
    Missed.between(toldUpTo, piece.extent().removed())
        .ifPresent(missed -> progress.missed(endpoint.id, missed));
    endpoint.wanted(changes).forEach(change -> deliveries.add(endpoint.id, change, now));
    boolean more = changes.size() == config.step();
    long told = more ? changes.getLast().number() : piece.extent().last();
    if (told > toldUpTo) {
      progress.fannedOut(endpoint.id, told);
    }
    return more;
  }
}
