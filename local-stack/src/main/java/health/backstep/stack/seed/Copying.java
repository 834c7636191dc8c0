package health.backstep.stack.seed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Copies staged lives in a service's database, a hundred patients in a statement for each table.
 *
 * <p>Triggers are off for this connection: they ask of every row whether its patient was erased,
 * which nobody was who is made here, and hold a lock for each. What was copied when the machine
 * goes down may be lost in one database and not in another; then one begins anew.
 */
record Copying(Connection connection, List<SeededTable> tables) {

  private static final int AT_ONCE = 100;

  private static final List<String> SETTINGS =
      List.of(
          "set session_replication_role = replica",
          "set synchronous_commit = off",
          "set work_mem = '64MB'");

  /**
   * Makes the copies of these numbers, the last one included.
   *
   * @param done told how many more there are
   */
  void copy(int from, int to, IntConsumer done) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String setting : SETTINGS) {
        statement.execute(setting);
      }
    }
    for (int first = from; first <= to; first += AT_ONCE) {
      int last = Math.min(first + AT_ONCE - 1, to);
      for (SeededTable table : tables) {
        copy(table, first, last);
      }
      done.accept(last - first + 1);
    }
  }

  /** What grew is looked at, so that queries are planned for its size. */
  void vacuum() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (SeededTable table : tables) {
        statement.execute("vacuum (analyze) public.\"%s\"".formatted(table.name()));
      }
    }
  }

  private void copy(SeededTable table, int first, int last) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(table.copying())) {
      insert.setInt(1, first);
      insert.setInt(2, last);
      insert.executeUpdate();
    }
  }
}
