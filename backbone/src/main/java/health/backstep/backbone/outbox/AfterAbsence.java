package health.backstep.backbone.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Has topics of events sent again after an absence in which Kafka may have removed records that
 * nobody had read. Who has read them drops them. It is asked for before anything new goes out, so
 * that each patient's events stand in their order.
 */
final class AfterAbsence {

  private static final Logger LOG = Logger.getLogger(AfterAbsence.class);

  private static final String LONGEST =
      """
      select extract(epoch from max(ended_at - begun_at))::bigint as seconds from absence
      where sent_again_at is null and ended_at - begun_at > ? * interval '1 millisecond'
      """;

  /**
   * Topics of events alone: that of states keeps the last one of each patient, and dead letters are
   * rows as well. One that was being sent again when the absence began is sent again from its
   * beginning.
   */
  private static final String ASK =
      """
      with recursive topics (name) as (
        select min(topic) from outbox
        union all
        select (select min(topic) from outbox where topic > topics.name)
        from topics where topics.name is not null),
      last as (
        select name, (select max(position) from outbox where topic = name and sent_at is not null) as up_to
        from topics where name like 'pt.%.events.v_'),
      asked as (
        insert into rebuild (topic, up_to, requested_by)
        select name, up_to, 'the relay' from last where up_to is not null
        on conflict (topic) do update
          set up_to = excluded.up_to, sent_up_to = 0, sent = 0, refused = 0,
            requested_at = clock_timestamp(), requested_by = excluded.requested_by, finished_at = null
        returning topic)
      insert into operation (actor, act, subject, note)
      select 'the relay', 'REBUILD', topic, ? from asked
      returning subject
      """;

  private static final String DONE =
      "update absence set sent_again_at = clock_timestamp() where sent_again_at is null";

  private AfterAbsence() {}

  /** Wholly or not at all: the lead, and with it the connection, may be lost at any moment. */
  static void sendAgain(Connection connection, Duration longest) throws SQLException {
    Presence.note(connection);
    Duration absence = absence(connection, longest);
    if (absence.isZero()) {
      return;
    }
    connection.setAutoCommit(false);
    List<String> topics = ask(connection, absence);
    execute(connection, DONE);
    connection.commit();
    connection.setAutoCommit(true);
    LOG.infof(
        "After an absence of %d days these topics are sent again: %s", absence.toDays(), topics);
  }

  private static Duration absence(Connection connection, Duration longest) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LONGEST)) {
      query.setLong(1, longest.toMillis());
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return Duration.ofSeconds(row.getLong(1));
      }
    }
  }

  private static List<String> ask(Connection connection, Duration absence) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(ASK)) {
      insert.setString(1, "after an absence of %d days".formatted(absence.toDays()));
      try (ResultSet row = insert.executeQuery()) {
        List<String> topics = new ArrayList<>();
        while (row.next()) {
          topics.add(row.getString(1));
        }
        return topics;
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }
}
