package health.backstep.plan.webhook.edge;

import health.backstep.backbone.failure.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Statements in the running transaction. */
@ApplicationScoped
class Sql {

  /** Makes a thing of the row that the result stands on. */
  @FunctionalInterface
  interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final DataSource dataSource;

  Sql(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The number of rows that changed. */
  int update(String statement, @Nullable Object... values) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement change = connection.prepareStatement(statement)) {
      bind(change, values);
      return change.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  <T> List<T> list(String query, Reading<T> reading, @Nullable Object... values) {
    try (Connection connection = dataSource.getConnection()) {
      return list(connection, query, reading, values);
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  /** The same over a connection of one's own. */
  static <T> List<T> list(
      Connection connection, String query, Reading<T> reading, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      bind(statement, values);
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reading.read(rows));
        }
      }
      return found;
    }
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static void bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(
          i + 1, values[i] instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : values[i]);
    }
  }
}
