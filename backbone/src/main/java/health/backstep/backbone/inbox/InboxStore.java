package health.backstep.backbone.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.backbone.event.EventEnvelope;
import health.backstep.backbone.failure.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The inbox's tables. Every call belongs to the running tenant's transaction. */
@ApplicationScoped
public class InboxStore {

  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final DataSource dataSource;
  private final ObjectMapper json;

  InboxStore(DataSource dataSource, ObjectMapper json) {
    this.dataSource = dataSource;
    this.json = json;
  }

  /** The last sequence taken in, with the stream locked until the transaction ends. */
  long lockStream(EventEnvelope event) {
    return execute(
        """
        insert into inbox_stream (tenant, source, patient_id, last_sequence) values (?, ?, ?, 0)
        on conflict (tenant, source, patient_id)
          do update set last_sequence = inbox_stream.last_sequence
        returning last_sequence
        """,
        statement -> {
          try (ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
          }
        },
        event.tenant(),
        event.source(),
        event.patientId());
  }

  /** Notes the event as the stream's latest, and no longer parked if it was. */
  Noted note(EventEnvelope event, InboxOutcome outcome) {
    return execute(
        """
        with noted as (
          insert into inbox_event (tenant, event_id, source, patient_id, sequence, outcome)
          values (?, ?, ?, ?, ?, ?) on conflict do nothing
          returning tenant, source, patient_id, sequence),
        unparked as (
          delete from inbox_parked p using noted n
          where (p.tenant, p.source, p.patient_id, p.sequence)
              = (n.tenant, n.source, n.patient_id, n.sequence))
        update inbox_stream s set last_sequence = n.sequence from noted n
        where (s.tenant, s.source, s.patient_id) = (n.tenant, n.source, n.patient_id)
        returning exists (
          select 1 from inbox_parked p
          where (p.tenant, p.source, p.patient_id, p.sequence)
              = (n.tenant, n.source, n.patient_id, n.sequence + 1))
        """,
        statement -> {
          try (ResultSet result = statement.executeQuery()) {
            if (!result.next()) {
              return Noted.ID_KNOWN;
            }
            return result.getBoolean(1) ? Noted.SUCCESSOR_PARKED : Noted.LATEST;
          }
        },
        event.tenant(),
        event.id(),
        event.source(),
        event.patientId(),
        event.sequence(),
        outcome.name());
  }

  /** Lets the stream go on past an event whose id it has already. */
  void skip(EventEnvelope event) {
    update(
        """
        with unparked as (
          delete from inbox_parked
          where tenant = ? and source = ? and patient_id = ? and sequence = ?)
        update inbox_stream set last_sequence = ?
        where tenant = ? and source = ? and patient_id = ?
        """,
        event.tenant(),
        event.source(),
        event.patientId(),
        event.sequence(),
        event.sequence(),
        event.tenant(),
        event.source(),
        event.patientId());
  }

  /** Keeps an early event until its predecessors have come. */
  void park(EventEnvelope event, IncomingRecord incoming) {
    update(
        """
        insert into inbox_parked (tenant, source, patient_id, sequence, topic, headers, payload)
        values (?, ?, ?, ?, ?, ?::jsonb, ?) on conflict do nothing
        """,
        event.tenant(),
        event.source(),
        event.patientId(),
        event.sequence(),
        incoming.topic(),
        write(incoming.headers()),
        incoming.payload());
  }

  /** The next event of the same stream, if it came early and waits. */
  Optional<IncomingRecord> parkedNext(EventEnvelope event) {
    return execute(
        """
        select p.topic, p.headers, p.payload
        from inbox_parked p join inbox_stream s using (tenant, source, patient_id)
        where tenant = ? and source = ? and patient_id = ? and p.sequence = s.last_sequence + 1
        """,
        statement -> {
          try (ResultSet result = statement.executeQuery()) {
            return result.next()
                ? Optional.of(
                    new IncomingRecord(
                        result.getString("topic"),
                        event.patientId().toString(),
                        read(result.getString("headers")),
                        result.getBytes("payload")))
                : Optional.empty();
          }
        },
        event.tenant(),
        event.source(),
        event.patientId());
  }

  /** What became of an event, if it was taken in. */
  public Optional<InboxOutcome> outcome(String tenant, UUID eventId) {
    return execute(
        "select outcome from inbox_event where tenant = ? and event_id = ?",
        statement -> {
          try (ResultSet result = statement.executeQuery()) {
            return result.next()
                ? Optional.of(InboxOutcome.valueOf(result.getString(1)))
                : Optional.empty();
          }
        },
        tenant,
        eventId);
  }

  private int update(String sql, Object... values) {
    return execute(sql, PreparedStatement::executeUpdate, values);
  }

  private <T> T execute(String sql, Work<T> work, Object... values) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return work.on(statement);
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  private String write(Map<String, String> headers) {
    try {
      return json.writeValueAsString(headers);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("headers could not be written as JSON", e);
    }
  }

  private Map<String, String> read(String headers) {
    try {
      return json.readValue(headers, HEADERS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a parked event's headers are not JSON", e);
    }
  }

  @FunctionalInterface
  private interface Work<T> {
    T on(PreparedStatement statement) throws SQLException;
  }
}
