package health.backstep.plan.webhook.edge;

import health.backstep.backbone.tenancy.Tenant;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.plan.change.Change;
import health.backstep.plan.change.edge.ChangeFeed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Sends again what was sent before, or what an endpoint was never told of, a step in each
 * transaction. A message keeps its id, so that a receiver which has it knows. A replay waits while
 * its endpoint is disabled and is over when that is deleted.
 */
@ApplicationScoped
class Replaying {

  private final TenantTransaction transaction;
  private final ChangeFeed feed;
  private final EndpointRows endpoints;
  private final ReplayRows replays;
  private final DueDeliveries deliveries;
  private final WebhookConfig config;

  Replaying(
      TenantTransaction transaction,
      ChangeFeed feed,
      EndpointRows endpoints,
      ReplayRows replays,
      DueDeliveries deliveries,
      WebhookConfig config) {
    this.transaction = transaction;
    this.feed = feed;
    this.endpoints = endpoints;
    this.replays = replays;
    this.deliveries = deliveries;
    this.config = config;
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
            endpoints
                .enabled(endpointId)
                .flatMap(
                    endpoint ->
                        replays.oldest(endpointId).map(open -> goOn(tenant, endpoint, open, now)))
                .orElse(false));
  }

  private boolean goOn(Tenant tenant, EndpointRow endpoint, ReplayRows.Open replay, Instant now) {
    List<Change> changes =
        feed.after(tenant.name(), replay.next() - 1, config.step()).changes().stream()
            .filter(change -> change.number() <= replay.last())
            .toList();
    long again =
        endpoint.wanted(changes).stream()
            .filter(change -> again(endpoint.id, change, replay.onlyUndelivered(), now))
            .count();
    boolean done = changes.size() < config.step();
    replays.move(replay, done ? replay.last() + 1 : changes.getLast().number() + 1, again, now);
    return true;
  }

  private boolean again(UUID endpointId, Change change, boolean onlyUndelivered, Instant now) {
    return deliveries.add(endpointId, change, now)
        || deliveries.again(endpointId, change, onlyUndelivered, now);
  }
}
