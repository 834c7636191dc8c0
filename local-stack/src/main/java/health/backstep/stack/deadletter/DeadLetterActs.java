package health.backstep.stack.deadletter;

import health.backstep.stack.deadletter.DeadLetter.State;
import health.backstep.stack.operation.Act;
import health.backstep.stack.operation.Entry;
import health.backstep.stack.operation.Operation;
import health.backstep.stack.operation.OperationLog;
import health.backstep.stack.operation.ServiceDatabase;
import health.backstep.stack.platform.StackFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What people do with the dead letters of one service. Each act and its audit line are one
 * transaction, and the row is locked meanwhile: of two people who act on one letter, the second
 * learns what the first has done.
 */
public record DeadLetterActs(ServiceDatabase database) {

  /**
   * The record as it came, for the one consumer that gave it up: the other receivers of the topic
   * leave it alone by these headers. Its sequence is among the headers, so the column stays empty.
   */
  private static final String SEND_AGAIN =
      """
      insert into outbox (tenant, event_id, topic, record_key, headers, payload)
      select tenant, gen_random_uuid(), topic, coalesce(record_key, ''),
        coalesce(
          (select jsonb_object_agg(key, value) from jsonb_each(headers)
           where not starts_with(key, 'dlq_')),
          '{}') || jsonb_build_object('dlq_replay', id::text, 'dlq_consumer', ?::text),
        payload
      from dead_letter where id = ?::uuid
      """;

  /**
   * Below Kafka's own limit of 1 MiB; a row that Kafka refuses would wait in the outbox for ever.
   */
  private static final long SENDABLE = 1_000_000;

  private static final String SIZE =
      """
      select coalesce(octet_length(payload), 0) + octet_length(headers::text)
        + coalesce(octet_length(record_key), 0)
      from dead_letter where id = ?::uuid
      """;

  /**
   * Gives the record to its consumer once more, through the service's outbox.
   *
   * @throws ActRefused when it was replayed or discarded before, or is too large for Kafka
   */
  public Operation replay(UUID id, String actor, String note) {
    return database.inTransaction(
        connection -> {
          requireOpen(connection, id);
          requireSendable(connection, id);
          try (PreparedStatement insert = connection.prepareStatement(SEND_AGAIN)) {
            insert.setString(1, database.service().processName());
            insert.setObject(2, id);
            insert.executeUpdate();
          }
          return become(connection, id, State.REPLAYED, new Entry(actor, Act.REPLAY, note));
        });
  }

  /**
   * Puts it aside for good; the row stays.
   *
   * @throws ActRefused when it was replayed or discarded before
   */
  public Operation discard(UUID id, String actor, String note) {
    return database.inTransaction(
        connection -> {
          requireOpen(connection, id);
          return become(connection, id, State.DISCARDED, new Entry(actor, Act.DISCARD, note));
        });
  }

  /** The payload, which may hold health data: whoever reads it is written down first. */
  public Optional<byte[]> payload(UUID id, String actor) {
    return database.inTransaction(
        connection -> {
          Entry entry = new Entry(actor, Act.SHOW_PAYLOAD, "");
          OperationLog.append(connection, database.service(), entry, id.toString());
          try (PreparedStatement query =
              connection.prepareStatement("select payload from dead_letter where id = ?::uuid")) {
            query.setObject(1, id);
            try (ResultSet row = query.executeQuery()) {
              return row.next() ? Optional.ofNullable(row.getBytes(1)) : Optional.empty();
            }
          }
        });
  }

  private static void requireSendable(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(SIZE)) {
      query.setObject(1, id);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        if (row.getLong(1) > SENDABLE) {
          throw new ActRefused(
              "%s cannot be sent again: it has %d bytes, and Kafka takes no more than %d. Discard it."
                  .formatted(id, row.getLong(1), SENDABLE));
        }
      }
    }
  }

  private Operation become(Connection connection, UUID id, State state, Entry entry)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("update dead_letter set state = ? where id = ?::uuid")) {
      update.setString(1, state.name());
      update.setObject(2, id);
      update.executeUpdate();
    }
    return OperationLog.append(connection, database.service(), entry, id.toString());
  }

  private void requireOpen(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select state from dead_letter where id = ?::uuid for update")) {
      query.setObject(1, id);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          throw new StackFailure(
              "%s has no dead letter %s.".formatted(database.service().processName(), id));
        }
        State state = State.valueOf(row.getString(1));
        if (state != State.OPEN) {
          throw new ActRefused(alreadyDone(connection, id, state));
        }
      }
    }
  }

  private String alreadyDone(Connection connection, UUID id, State state) throws SQLException {
    List<Operation> done =
        OperationLog.of(connection, database.service(), id.toString()).stream()
            .filter(operation -> !operation.act().equals(Act.SHOW_PAYLOAD.name()))
            .toList();
    return done.isEmpty()
        ? "%s is %s already.".formatted(id, state)
        : "%s is %s already: by %s at %s%s."
            .formatted(
                id,
                state,
                done.getLast().actor(),
                done.getLast().at().truncatedTo(ChronoUnit.SECONDS),
                done.getLast().note().isEmpty() ? "" : " (" + done.getLast().note() + ")");
  }
}
