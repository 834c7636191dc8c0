package health.backstep.stack.rebuild;

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
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Asks a service's relay to send a topic again, and reads how far it is. */
public record Rebuilds(ServiceDatabase database) {

  /** A state stands for all before it, and so does the last word of a patient who was erased. */
  private static final String KEPT =
      """
      select sum(kept) as kept, sum(waiting) as waiting, max(up_to) as up_to, min(first_at) as first_at,
        max(last_at) as last_at, count(*) as patients,
        count(*) filter (where begins_with > 1 and not repeats) as without_beginning
      from (
        select count(sent_at) as kept, count(*) - count(sent_at) as waiting, max(position) as up_to, min(created_at) as first_at,
          max(created_at) as last_at, min(sequence) as begins_with,
          bool_or(state or payload is null or coalesce(headers ->> 'ce_type', '') like 'pt.%.patient-erased.v_') as repeats
        from outbox where topic = ? group by tenant, record_key) as by_patient
      """;

  /** One that was finished may be done again; one that is on its way is left alone. */
  private static final String REQUEST =
      """
      insert into rebuild (topic, up_to, requested_by) values (?, ?, ?)
      on conflict (topic) do update
        set up_to = excluded.up_to, sent_up_to = 0, sent = 0, refused = 0,
          requested_at = clock_timestamp(), requested_by = excluded.requested_by, finished_at = null
        where rebuild.finished_at is not null
      """;

  /** Empty when the outbox holds nothing of the topic that was sent before. */
  public Optional<KeptEvents> kept(String topic) {
    return database.inTransaction(
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(KEPT)) {
            query.setString(1, topic);
            try (ResultSet row = query.executeQuery()) {
              row.next();
              return row.getLong("kept") == 0 ? Optional.empty() : Optional.of(kept(row));
            }
          }
        });
  }

  /**
   * Has the topic sent again up to the last row there is, and writes down who asked.
   *
   * @throws StackFailure while an earlier request is not finished
   */
  public Operation request(String topic, KeptEvents kept, String actor) {
    return database.inTransaction(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(REQUEST)) {
            insert.setString(1, topic);
            insert.setLong(2, kept.upTo());
            insert.setString(3, actor);
            if (insert.executeUpdate() == 0) {
              throw unfinished(topic, progress(connection, topic));
            }
          }
          Entry entry =
              new Entry(actor, Act.REBUILD, "%d rows up to %d".formatted(kept.rows(), kept.upTo()));
          return OperationLog.append(connection, database.service(), entry, topic);
        });
  }

  /**
   * Has every topic sent again of which the outbox holds something that was sent, those of dead
   * letters included: what Kafka needs after it lost all it had.
   *
   * @throws StackFailure while an earlier request is not finished
   */
  public void requestAll(String actor) {
    for (String topic : database.inTransaction(Rebuilds::topics)) {
      kept(topic).ifPresent(kept -> request(topic, kept, actor));
    }
  }

  private static List<String> topics(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement("select distinct topic from outbox order by 1");
        ResultSet row = query.executeQuery()) {
      List<String> topics = new ArrayList<>();
      while (row.next()) {
        topics.add(row.getString(1));
      }
      return topics;
    }
  }

  public Optional<Rebuild> progress(String topic) {
    return database.inTransaction(connection -> progress(connection, topic));
  }

  private static Optional<Rebuild> progress(Connection connection, String topic)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select sent, refused, requested_at, requested_by, finished_at from rebuild where topic = ?")) {
      query.setString(1, topic);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Rebuild(
                    row.getLong("sent"),
                    row.getLong("refused"),
                    instant(row, "requested_at"),
                    row.getString("requested_by"),
                    Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant)))
            : Optional.empty();
      }
    }
  }

  private static KeptEvents kept(ResultSet row) throws SQLException {
    return new KeptEvents(
        row.getLong("kept"),
        row.getLong("waiting"),
        row.getLong("up_to"),
        instant(row, "first_at"),
        instant(row, "last_at"),
        row.getLong("patients"),
        row.getLong("without_beginning"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }

  private static StackFailure unfinished(String topic, Optional<Rebuild> running) {
    return new StackFailure(
        running
            .map(
                rebuild ->
                    String.format(
                        Locale.ROOT,
                        "%s is being sent again already: asked by %s at %s, %,d rows sent so far. Wait until it is finished.",
                        topic,
                        rebuild.requestedBy(),
                        rebuild.requestedAt(),
                        rebuild.sent()))
            .orElse(topic + " is being sent again already."));
  }
}
