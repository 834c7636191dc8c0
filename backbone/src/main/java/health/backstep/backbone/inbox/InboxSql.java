package health.backstep.backbone.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.backbone.failure.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Statements of the running tenant's transaction. */
@ApplicationScoped
class InboxSql {

  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  @FunctionalInterface
  private interface Work<T> {
    T on(PreparedStatement statement) throws SQLException;
  }

  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final DataSource dataSource;
  private final ObjectMapper json;

  InboxSql(DataSource dataSource, ObjectMapper json) {
    this.dataSource = dataSource;
    this.json = json;
  }

  int update(String sql, Object... values) {
    return execute(sql, PreparedStatement::executeUpdate, values);
  }

  <T> Optional<T> first(String sql, Row<T> row, Object... values) {
    return all(sql, row, values).stream().findFirst();
  }

  <T> List<T> all(String sql, Row<T> row, Object... values) {
    return execute(
        sql,
        statement -> {
          List<T> found = new ArrayList<>();
          try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
              found.add(row.read(result));
            }
          }
          return found;
        },
        values);
  }

  String write(Map<String, String> headers) {
    try {
      return json.writeValueAsString(headers);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("headers could not be written as JSON", e);
    }
  }

  Map<String, String> read(String headers) {
    try {
      return json.readValue(headers, HEADERS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored headers are not JSON", e);
    }
  }

  private <T> T execute(String sql, Work<T> work, Object... values) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return work.on(statement);
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }
}
