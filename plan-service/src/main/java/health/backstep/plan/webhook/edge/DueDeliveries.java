package health.backstep.plan.webhook.edge;

import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.plan.change.Change;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Puts the running tenant's deliveries in line for their first attempt, or for it again. */
@ApplicationScoped
class DueDeliveries {

  private static final String ADD =
      """
      insert into webhook_delivery
        (tenant, id, endpoint_id, change_number, patient_id, message_id, type, body, state,
         next_attempt_at, created_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, 'PENDING', ?, ?)
      on conflict (tenant, endpoint_id, change_number) do nothing
      """;

  private static final String ADD_TEST =
      """
      insert into webhook_delivery
        (tenant, id, endpoint_id, message_id, type, body, state, next_attempt_at, created_at)
      values (?, ?, ?, ?, ?, ?, 'PENDING', ?, ?)
      """;

  private static final String AGAIN =
      """
      update webhook_delivery
      set state = 'PENDING', round_attempts = 0, next_attempt_at = ?, lease = null, ended_at = null
      where tenant = ? and endpoint_id = ?
      """;

  private final MessageBodies bodies;
  private final Sql sql;

  DueDeliveries(MessageBodies bodies, Sql sql) {
    this.bodies = bodies;
    this.sql = sql;
  }

  /** Adds the delivery of a change. Whether it had none at this endpoint yet. */
  boolean add(UUID endpointId, Change change, Instant now) {
    return sql.update(
            ADD,
            tenant(),
            Uuid7.next(),
            endpointId,
            change.number(),
            change.patientId(),
            messageId(change.id()),
            change.type().word(),
            bodies.of(change),
            now,
            now)
        == 1;
  }

  /** Adds a delivery about nothing and returns its id. */
  UUID addTest(UUID endpointId, Instant now) {
    UUID id = Uuid7.next();
    sql.update(
        ADD_TEST,
        tenant(),
        id,
        endpointId,
        messageId(id),
        MessageBodies.TEST,
        bodies.test(endpointId, now),
        now,
        now);
    return id;
  }

  /** One again, from its first attempt on, whatever became of it. Whether there is such a one. */
  boolean again(UUID endpointId, UUID deliveryId, Instant now) {
    return sql.update(AGAIN + " and id = ?", now, tenant(), endpointId, deliveryId) == 1;
  }

  /**
   * That of a change again, unless it is being tried.
   *
   * @param onlyUndelivered leaves out one that was delivered
   * @return whether there was such a one
   */
  boolean again(UUID endpointId, Change change, boolean onlyUndelivered, Instant now) {
    String which =
        onlyUndelivered ? " and state in ('FAILED', 'EXPIRED')" : " and state <> 'PENDING'";
    return sql.update(
            AGAIN + " and change_number = ?" + which, now, tenant(), endpointId, change.number())
        == 1;
  }

  /** Of a change: the same at every endpoint. */
  private static String messageId(UUID id) {
    return "msg_" + id.toString().replace("-", "");
  }

  private static String tenant() {
    return TenantTransaction.current().name();
  }
}
