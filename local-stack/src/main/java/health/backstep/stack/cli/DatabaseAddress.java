package health.backstep.stack.cli;

import health.backstep.stack.database.PostgresServer;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.process.RunningProcess;
import health.backstep.stack.secret.Secrets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Where a service's database is: in the local stack, or wherever a URL says.
 *
 * @param url null for the local stack
 */
record DatabaseAddress(DataOption data, String url) {

  static final String CREDENTIALS =
      "User and password come from BACKSTEP_DATABASE_USER and BACKSTEP_DATABASE_PASSWORD.";

  private static final String USER = "BACKSTEP_DATABASE_USER";
  private static final String PASSWORD = "BACKSTEP_DATABASE_PASSWORD";

  /**
   * Opens a connection.
   *
   * @throws StackFailure when no local database runs, or the URL or its credentials are incomplete
   */
  Connection connect(ServiceName service) throws SQLException {
    return url == null ? local(service) : elsewhere();
  }

  private Connection local(ServiceName service) throws SQLException {
    RunningProcess server =
        data.processes().alive().stream()
            .filter(process -> process.name().equals(PostgresServer.NAME))
            .findFirst()
            .orElseThrow(
                () ->
                    new StackFailure(
                        "No database runs on %s: run %s first, or name one with --database-url."
                            .formatted(data.path(), data.upCommand())));
    return PostgresServer.connectAsSuperuser(
        server.port(), Secrets.in(data.folder().root()), service.database());
  }

  private Connection elsewhere() throws SQLException {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new StackFailure(
          "--database-url begins with jdbc:postgresql:, '" + url + "' does not.");
    }
    return DriverManager.getConnection(url, environment(USER), environment(PASSWORD));
  }

  private static String environment(String name) {
    String value = System.getenv(name);
    if (value == null || value.isBlank()) {
      throw new StackFailure("--database-url needs the environment variable " + name + ".");
    }
    return value;
  }
}
