package health.backstep.stack.doctor.database;

import health.backstep.stack.operation.ServiceDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Events that wait for something.
 *
 * @param longest how long the first of them has waited
 */
record Waiting(String topic, long count, Duration longest) {

  /** One for each row of a query for topic, number and seconds. */
  static List<Waiting> in(ServiceDatabase database, String query) {
    return database.inTransaction(connection -> read(connection, query));
  }

  private static List<Waiting> read(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      List<Waiting> waiting = new ArrayList<>();
      while (row.next()) {
        waiting.add(
            new Waiting(
                row.getString(1),
                row.getLong(2),
                Duration.ofMillis(Math.round(1000 * row.getDouble(3)))));
      }
      return waiting;
    }
  }
}
