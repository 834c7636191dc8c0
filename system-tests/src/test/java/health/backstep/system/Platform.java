package health.backstep.system;

import static io.restassured.RestAssured.given;

import health.backstep.client.Access;
import health.backstep.client.ApiClient;
import health.backstep.stack.LocalStack;
import health.backstep.stack.Progress;
import health.backstep.stack.StackOptions;
import health.backstep.stack.platform.Ports;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.secret.Scopes;
import health.backstep.stack.secret.TokenRequest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The packaged services with a broker and a database of their own, started once for all system
 * tests.
 */
final class Platform {

  static final String TENANT = "north-clinic";
  private static final Path REPOSITORY = PackagedServices.repository();
  private static final LocalStack STACK = start();
  private static final String TOKEN = token(TENANT);

  private Platform() {}

  /** The partner's bearer token, with every scope. */
  static String token() {
    return TOKEN;
  }

  /** The running stack; it ends with the JVM. */
  static LocalStack stack() {
    return STACK;
  }

  /** A request of the partner to a service. */
  static RequestSpecification to(ServiceName service) {
    return with(service, TOKEN);
  }

  /** A request of another partner to a service. */
  static RequestSpecification to(ServiceName service, String tenant) {
    return with(service, token(tenant));
  }

  private static RequestSpecification with(ServiceName service, String token) {
    return given()
        .baseUri(STACK.url(service).toString())
        .contentType(ContentType.JSON)
        .auth()
        .oauth2(token);
  }

  private static String token(String tenant) {
    return STACK
        .tokens()
        .issue(new TokenRequest(tenant, Scopes.all(), "system-test", Duration.ofHours(2)));
  }

  /** The generated client, as the partner. */
  static ApiClient client(ServiceName service) {
    return Access.to(STACK.url(service), () -> TOKEN);
  }

  /** A single number out of a service's database, past all walls. */
  static long count(ServiceName service, String sql, Object... parameters) {
    try (Connection connection = STACK.postgres().connectAsSuperuser(service.database());
        PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        set(connection, query, i + 1, parameters[i]);
      }
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of each row, past all walls. */
  static String[] texts(ServiceName service, String sql) {
    try (Connection connection = STACK.postgres().connectAsSuperuser(service.database());
        PreparedStatement query = connection.prepareStatement(sql);
        ResultSet row = query.executeQuery()) {
      List<String> texts = new ArrayList<>();
      while (row.next()) {
        texts.add(row.getString(1));
      }
      return texts.toArray(String[]::new);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void set(
      Connection connection, PreparedStatement query, int index, Object parameter)
      throws SQLException {
    if (parameter instanceof UUID[] ids) {
      query.setArray(index, connection.createArrayOf("uuid", ids));
    } else {
      query.setObject(index, parameter);
    }
  }

  private static LocalStack start() {
    Path data = Path.of("target", "system-test-data").toAbsolutePath();
    return LocalStack.start(
        StackOptions.everything(data, REPOSITORY).onPorts(Ports.free()).beginningEmpty(true),
        Progress.silent());
  }
}
