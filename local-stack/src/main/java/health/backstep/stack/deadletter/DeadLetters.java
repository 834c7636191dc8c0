package health.backstep.stack.deadletter;

import health.backstep.stack.operation.ServiceDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The dead letters of one service, to be looked at. */
public record DeadLetters(ServiceDatabase database) {

  private static final String COLUMNS =
      """
      select tenant, id, topic, partition, record_offset, record_key, headers,
        octet_length(payload) as bytes, cause, reason, arrived_at, state
      from dead_letter
      """;
  private static final String SELECTED =
      " where (?::text is null or state = ?::text) and (?::text is null or cause = ?::text) ";

  /** The newest ones first. */
  public List<DeadLetter> newest(Selection selection, int limit) {
    return database.inTransaction(
        connection -> {
          try (PreparedStatement query =
              select(
                  connection,
                  COLUMNS + SELECTED + "order by arrived_at desc, id desc limit ?",
                  selection)) {
            query.setInt(5, limit);
            return letters(query);
          }
        });
  }

  public long count(Selection selection) {
    return database.inTransaction(
        connection -> {
          try (PreparedStatement query =
                  select(connection, "select count(*) from dead_letter" + SELECTED, selection);
              ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
          }
        });
  }

  /** Ids in the order of arrival, so that a patient's records are replayed in theirs. */
  public List<UUID> ids(Selection selection) {
    return database.inTransaction(
        connection -> {
          try (PreparedStatement query =
                  select(
                      connection,
                      "select id from dead_letter" + SELECTED + "order by arrived_at, id",
                      selection);
              ResultSet row = query.executeQuery()) {
            List<UUID> ids = new ArrayList<>();
            while (row.next()) {
              ids.add(row.getObject(1, UUID.class));
            }
            return ids;
          }
        });
  }

  public Optional<DeadLetter> find(UUID id) {
    return database.inTransaction(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(COLUMNS + " where id = ?::uuid")) {
            query.setObject(1, id);
            return letters(query).stream().findFirst();
          }
        });
  }

  private List<DeadLetter> letters(PreparedStatement query) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      List<DeadLetter> found = new ArrayList<>();
      while (row.next()) {
        found.add(letter(row));
      }
      return found;
    }
  }

  private DeadLetter letter(ResultSet row) throws SQLException {
    return new DeadLetter(
        database.service(),
        row.getString("tenant"),
        row.getObject("id", UUID.class),
        new DeadLetter.Origin(
            row.getString("topic"), row.getInt("partition"), row.getLong("record_offset")),
        Optional.ofNullable(row.getString("record_key")),
        StoredHeaders.read(row.getString("headers")),
        Optional.ofNullable(row.getObject("bytes", Integer.class)),
        row.getString("cause"),
        row.getString("reason"),
        row.getTimestamp("arrived_at").toInstant(),
        DeadLetter.State.valueOf(row.getString("state")));
  }

  private static PreparedStatement select(Connection connection, String sql, Selection selection)
      throws SQLException {
    PreparedStatement query = connection.prepareStatement(sql);
    String state = selection.state().map(Enum::name).orElse(null);
    String cause = selection.cause().orElse(null);
    query.setString(1, state);
    query.setString(2, state);
    query.setString(3, cause);
    query.setString(4, cause);
    return query;
  }
}
