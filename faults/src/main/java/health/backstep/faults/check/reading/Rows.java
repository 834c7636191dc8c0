package health.backstep.faults.check.reading;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Rows of a database, past all walls. */
final class Rows {

  private static final int AT_ONCE = 2_000;

  /** Makes a value of a row. */
  @FunctionalInterface
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Opens a connection. */
  @FunctionalInterface
  interface Opening {
    Connection open() throws SQLException;
  }

  private final Connection connection;

  private Rows(Connection connection) {
    this.connection = connection;
  }

  /** Works on a connection of its own, which sees one moment and cannot write. */
  static <T> T reading(Opening opening, Function<Rows, T> work) {
    try (Connection connection = opening.open()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      return work.apply(new Rows(connection));
    } catch (SQLException e) {
      throw new IllegalStateException("the database cannot be read: " + e.getMessage(), e);
    }
  }

  <T> List<T> all(String sql, Reader<T> reader) {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setFetchSize(AT_ONCE);
      List<T> found = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.add(reader.read(row));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("a table cannot be read: " + e.getMessage(), e);
    }
  }

  long number(String sql) {
    return all(sql, row -> row.getLong(1)).getFirst();
  }
}
