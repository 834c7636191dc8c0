package health.backstep.backbone.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.backbone.clock.PatientClock;
import health.backstep.backbone.event.Cause;
import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.failure.DatabaseFailure;
import health.backstep.backbone.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where a change leaves its events, in the transaction of the change: both happen or neither does.
 * The sequence is given here, under a row lock, so that it has no gap and the patient's events are
 * stored in its order.
 */
@ApplicationScoped
public class Outbox {

  private static final String APPEND =
      """
      with given as (
        insert into event_sequence (tenant, patient_id, last_sequence) values (?, ?, 1)
        on conflict (tenant, patient_id)
          do update set last_sequence = event_sequence.last_sequence + 1
        returning last_sequence)
      insert into outbox (tenant, event_id, topic, record_key, sequence, headers, payload)
      select ?, ?, ?, ?, last_sequence, ?::jsonb, ? from given
      """;

  /**
   * A state repeats what the patient's latest event said, so it carries that event's sequence. One
   * without a value is kept no longer than an event.
   */
  private static final String APPEND_STATE =
      """
      insert into outbox (tenant, event_id, topic, record_key, sequence, headers, payload, state)
      select ?, ?, ?, ?, last_sequence, ?::jsonb, value, value is not null
      from event_sequence cross join (select ?::bytea as value) given
      where tenant = ? and patient_id = ?
      """;

  private static final String APPEND_DEAD_LETTER =
      """
      insert into outbox (tenant, event_id, topic, record_key, headers, payload)
      values (?, ?, ?, ?, ?::jsonb, ?)
      """;

  private final DataSource dataSource;
  private final ObjectMapper json;
  private final RelayWake wake;
  private final TransactionSynchronizationRegistry transactions;
  private final PatientClock clock;
  private final String source;

  Outbox(
      DataSource dataSource,
      ObjectMapper json,
      RelayWake wake,
      TransactionSynchronizationRegistry transactions,
      PatientClock clock,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.dataSource = dataSource;
    this.json = json;
    this.wake = wake;
    this.transactions = transactions;
    this.clock = clock;
    this.source = "/" + service;
  }

  /**
   * Publishes an event of the running tenant's transaction, next in the patient's sequence.
   *
   * @return the event's id
   */
  public UUID publish(String topic, String type, UUID patientId, Cause cause, Object data) {
    NewEvent event =
        new NewEvent(Uuid7.next(), topic, type, patientId, clock.now(patientId), cause, data);
    String tenant = TenantTransaction.current().name();
    insert(
        APPEND,
        tenant,
        patientId,
        tenant,
        event.id(),
        topic,
        patientId.toString(),
        headers(event),
        payload(data));
    return event.id();
  }

  /**
   * Publishes the whole state of a subject whose event was published before in the same
   * transaction.
   *
   * @param data null when the subject is gone, so that older states go from the topic as well
   */
  public void publishState(
      String topic, String type, UUID patientId, Cause cause, @Nullable Object data) {
    NewEvent state =
        new NewEvent(Uuid7.next(), topic, type, patientId, clock.now(patientId), cause, data);
    String tenant = TenantTransaction.current().name();
    insert(
        APPEND_STATE,
        tenant,
        state.id(),
        topic,
        patientId.toString(),
        headers(state),
        data == null ? null : payload(data),
        tenant,
        patientId);
  }

  /** Passes a record on as it came, with headers that say why it could not be handled. */
  public void appendDeadLetter(
      UUID id, String topic, String key, Map<String, String> headers, byte[] payload) {
    insert(
        APPEND_DEAD_LETTER,
        TenantTransaction.current().name(),
        id,
        topic,
        key,
        write(headers),
        payload);
  }

  private void insert(String sql, @Nullable Object... values) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      if (insert.executeUpdate() != 1) {
        throw new IllegalStateException("the outbox took no row");
      }
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
    wakeRelayOnceAfterCommit();
  }

  private void wakeRelayOnceAfterCommit() {
    if (transactions.getResource(this) != null) {
      return;
    }
    transactions.putResource(this, true);
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              wake.signal();
            }
          }
        });
  }

  private String headers(NewEvent event) {
    return write(event.headers(source, TenantTransaction.current().name()));
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event could not be written as JSON", e);
    }
  }

  private byte[] payload(Object data) {
    try {
      return json.writeValueAsBytes(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event could not be written as JSON", e);
    }
  }
}
