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

  /** What may go out, in lanes not held back, when no topic waits. */
  private static final String NEXT =
      "select "
          + OutboxRow.COLUMNS
          + """
           from outbox
          where sent_at is null and (topic, record_key) not in (select * from unnest(?, ?))
          order by position limit ?
          """;

  /**
   * The same while topics wait: topic by topic, so that the rows that pile up on those are passed
   * over without being read.
   */
  private static final String NEXT_OF_OTHER_TOPICS =
      """
      with recursive with_rows (name) as (
        select min(topic) from outbox where sent_at is null
        union all
        select (select min(topic) from outbox where sent_at is null and topic > with_rows.name)
        from with_rows where with_rows.name is not null)
      select next.* from with_rows cross join lateral (
        select %s from outbox
        where sent_at is null and topic = with_rows.name
          and (topic, record_key) not in (select * from unnest(?, ?))
        order by position limit ?) next
      where with_rows.name <> all(?) order by position limit ?
      """
          .formatted(OutboxRow.COLUMNS);

  private static final String COUNT =
      "select count(*) from (select from outbox where sent_at is null limit ?) waiting";

  /**
   * Nobody waits for the disk: a mark that is lost with the server's memory lets its row go out
   * again, which consumers drop. What is committed later is on the disk only when the mark is, too.
   */
  private static final String MARK =
      """
      with not_waited_for as materialized (
        select set_config('synchronous_commit', 'off', true))
      update outbox set sent_at = clock_timestamp() from not_waited_for
      where position = any(?) and sent_at is null
      """;

  private final Connection connection;

  UnsentEvents(Connection connection) {
    this.connection = connection;
  }

  /** In order of position, which within a lane is the order of the sequence. */
  List<OutboxRow> next(int limit, Collection<String> waitingTopics, Collection<Lane> heldBack)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(waitingTopics.isEmpty() ? NEXT : NEXT_OF_OTHER_TOPICS)) {
      query.setArray(1, texts(heldBack.stream().map(Lane::topic).toList()));
      query.setArray(2, texts(heldBack.stream().map(Lane::key).toList()));
      query.setInt(3, limit);
      if (!waitingTopics.isEmpty()) {
        query.setArray(4, texts(waitingTopics));
        query.setInt(5, limit);
      }
      try (ResultSet found = query.executeQuery()) {
        return OutboxRow.all(found);
      }
    }
  }

  /** When the oldest row came that could go out. */
  Optional<Instant> oldest(Collection<String> waitingTopics, Collection<Lane> heldBack)
      throws SQLException {
    return next(1, waitingTopics, heldBack).stream().findFirst().map(OutboxRow::createdAt);
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

  private Array texts(Collection<String> values) throws SQLException {
    return connection.createArrayOf("text", values.toArray());
  }
}
