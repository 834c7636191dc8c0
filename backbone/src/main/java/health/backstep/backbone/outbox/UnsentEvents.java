package health.backstep.backbone.outbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The rows of the outbox that Kafka has not acknowledged. */
final class UnsentEvents {

  /** What may go out: rows on topics that are not being sent again, in lanes not held back. */
  private static final String FREE =
      """
      sent_at is null and topic <> all(?)
        and (topic, record_key) not in (select * from unnest(?, ?))
      """;

  private static final String NEXT =
      "select " + OutboxRow.COLUMNS + " from outbox where " + FREE + " order by position limit ?";

  private static final String OLDEST =
      "select created_at from outbox where " + FREE + " order by position limit 1";

  private static final String COUNT =
      "select count(*) from (select from outbox where sent_at is null limit ?) waiting";

  private static final String MARK =
      "update outbox set sent_at = clock_timestamp() where position = any(?) and sent_at is null";

  private final Connection connection;

  UnsentEvents(Connection connection) {
    this.connection = connection;
  }

  /** In order of position, which within a lane is the order of the sequence. */
  List<OutboxRow> next(int limit, Collection<String> topics, Collection<Lane> heldBack)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(NEXT)) {
      exclude(query, topics, heldBack);
      query.setInt(4, limit);
      try (ResultSet found = query.executeQuery()) {
        return OutboxRow.all(found);
      }
    }
  }

  /** When the oldest row came that could go out. */
  Optional<Instant> oldest(Collection<String> topics, Collection<Lane> heldBack)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(OLDEST)) {
      exclude(query, topics, heldBack);
      try (ResultSet found = query.executeQuery()) {
        return found.next()
            ? Optional.of(found.getTimestamp("created_at").toInstant())
            : Optional.empty();
      }
    }
  }

  /** How many rows wait, held back or not; counted no further than the limit. */
  long count(int limit) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(COUNT)) {
      query.setInt(1, limit);
      try (ResultSet found = query.executeQuery()) {
        found.next();
        return found.getLong(1);
      }
    }
  }

  void markSent(List<OutboxRow> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement update = connection.prepareStatement(MARK)) {
      update.setArray(
          1,
          connection.createArrayOf(
              "bigint", rows.stream().map(OutboxRow::position).toArray(Long[]::new)));
      update.executeUpdate();
    }
  }

  private void exclude(
      PreparedStatement query, Collection<String> topics, Collection<Lane> heldBack)
      throws SQLException {
    query.setArray(1, texts(topics));
    query.setArray(2, texts(heldBack.stream().map(Lane::topic).toList()));
    query.setArray(3, texts(heldBack.stream().map(Lane::key).toList()));
  }

  private Array texts(Collection<String> values) throws SQLException {
    return connection.createArrayOf("text", values.toArray());
  }
}
