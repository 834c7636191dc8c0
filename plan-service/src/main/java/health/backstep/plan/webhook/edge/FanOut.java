package health.backstep.plan.webhook.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.tenancy.Tenant;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.plan.change.Change;
import health.backstep.plan.change.ChangeType;
import health.backstep.plan.change.edge.ChangeFeed;
import health.backstep.plan.change.edge.ChangeView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes deliveries of changes, a step in each transaction: what an endpoint was told up to is moved
 * with the rows, so that no change is left out or told twice.
 */
@ApplicationScoped
class FanOut {

  /**
   * What a receiver gets: ids and links.
   *
   * @param timestamp when it happened, not when it is sent
   */
  record Body(String type, Instant timestamp, ChangeView data) {}

  private static final String ADD =
      """
      insert into webhook_delivery
        (tenant, id, endpoint_id, change_number, patient_id, message_id, type, body, state,
         next_attempt_at, created_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, 'PENDING', ?, ?)
      on conflict (tenant, endpoint_id, change_number) do nothing
      """;

  private final TenantTransaction transaction;
  private final ChangeFeed feed;
  private final EndpointRows endpoints;
  private final ProgressRows progress;
  private final WebhookConfig config;
  private final ObjectMapper json;
  private final Sql sql;

  FanOut(
      TenantTransaction transaction,
      ChangeFeed feed,
      EndpointRows endpoints,
      ProgressRows progress,
      WebhookConfig config,
      ObjectMapper json,
      Sql sql) {
    this.transaction = transaction;
    this.feed = feed;
    this.endpoints = endpoints;
    this.progress = progress;
    this.config = config;
    this.json = json;
    this.sql = sql;
  }

  /** Gives numbers to what a tenant has just done, so that it is seen that there is work. */
  void number(Tenant tenant) {
    transaction.call(tenant, () -> feed.extent(tenant.name()));
  }

  /**
   * Makes deliveries of the next changes.
   *
   * @return whether there may be more at once
   */
  boolean step(Tenant tenant, UUID endpointId, Instant now) {
    return transaction.call(
        tenant,
        () -> {
          Optional<ProgressRows.Row> row = progress.tryLock(endpointId);
          Optional<EndpointRow> endpoint =
              endpoints
                  .find("id = ?1 and disabledBecause is null", endpointId)
                  .firstResultOptional();
          if (row.isEmpty() || endpoint.isEmpty()) {
            return false;
          }
          List<Change> changes = feed.after(tenant.name(), row.get().fannedOut(), config.step());
          if (changes.isEmpty()) {
            return false;
          }
          wanted(endpoint.get(), changes).forEach(change -> add(endpointId, change, now));
          progress.fannedOut(endpointId, changes.getLast().number());
          return changes.size() == config.step();
        });
  }

  /** Those of the types that an endpoint wants; what is left of an erased patient nobody wants. */
  static List<Change> wanted(EndpointRow endpoint, List<Change> changes) {
    List<String> types = endpoint.types();
    return changes.stream()
        .filter(change -> change.type() != ChangeType.PATIENT_ERASED)
        .filter(change -> types.isEmpty() || types.contains(change.type().word()))
        .toList();
  }

  /**
   * Adds the delivery of a change that has none yet at this endpoint.
   *
   * @return whether there was none
   */
  boolean add(UUID endpointId, Change change, Instant now) {
    ChangeView view = ChangeView.of(change);
    return sql.update(
            ADD,
            TenantTransaction.current().name(),
            Uuid7.next(),
            endpointId,
            change.number(),
            change.patientId(),
            messageId(change.id()),
            view.type(),
            write(new Body(view.type(), change.occurredAt(), view)),
            now,
            now)
        == 1;
  }

  /** Of a change: the same at every endpoint. */
  static String messageId(UUID id) {
    return "msg_" + id.toString().replace("-", "");
  }

  private String write(Body body) {
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message could not be written as JSON", e);
    }
  }
}
