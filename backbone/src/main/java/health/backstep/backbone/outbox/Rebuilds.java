package health.backstep.backbone.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Topics that an operator wants to have sent again, and how far that has come. */
final class Rebuilds {

  /**
   * One of them.
   *
   * @param upTo the last position there was when it was asked for; progress is told up to here
   * @param sentUpTo everything up to here has been acknowledged again
   */
  record Rebuild(String topic, long upTo, long sentUpTo) {}

  private static final String UNFINISHED =
      "select topic, up_to, sent_up_to from rebuild where finished_at is null order by topic";

  private static final String SENT_BEFORE =
      "select "
          + OutboxRow.COLUMNS
          + """
           from outbox
          where topic = ? and position > ? and sent_at is not null
          order by position limit ?
          """;

  private static final String ADVANCE =
      """
      update rebuild set sent_up_to = ?, sent = sent + ?, refused = refused + ?
      where topic = ? and finished_at is null and sent_up_to < ?
      """;

  private static final String FINISH =
      "update rebuild set finished_at = clock_timestamp() where topic = ? and finished_at is null";

  private final Connection connection;

  Rebuilds(Connection connection) {
    this.connection = connection;
  }

  List<Rebuild> unfinished() throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(UNFINISHED);
        ResultSet found = query.executeQuery()) {
      List<Rebuild> rebuilds = new ArrayList<>();
      while (found.next()) {
        rebuilds.add(new Rebuild(found.getString(1), found.getLong(2), found.getLong(3)));
      }
      return rebuilds;
    }
  }

  /**
   * The next rows that were sent before; what was never sent goes out the normal way afterwards. A
   * row that was sent between the request and the relay's noticing it comes again as well:
   * otherwise an older state would be the last one on the topic. The rows are finite, because
   * nothing new goes out on the topic meanwhile.
   */
  List<OutboxRow> next(Rebuild rebuild, int limit) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(SENT_BEFORE)) {
      query.setString(1, rebuild.topic());
      query.setLong(2, rebuild.sentUpTo());
      query.setInt(3, limit);
      try (ResultSet found = query.executeQuery()) {
        return OutboxRow.all(found);
      }
    }
  }

  /** Each row counts once, however often its step had to be repeated. */
  void advance(Rebuild rebuild, long sentUpTo, long sent, long refused) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(ADVANCE)) {
      update.setLong(1, sentUpTo);
      update.setLong(2, sent);
      update.setLong(3, refused);
      update.setString(4, rebuild.topic());
      update.setLong(5, sentUpTo);
      update.executeUpdate();
    }
  }

  void finish(Rebuild rebuild) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(FINISH)) {
      update.setString(1, rebuild.topic());
      update.executeUpdate();
    }
  }
}
