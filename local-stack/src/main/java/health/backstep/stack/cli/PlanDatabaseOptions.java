package health.backstep.stack.cli;

import health.backstep.stack.database.PostgresServer;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.process.RunningProcess;
import health.backstep.stack.replay.PlanDatabase;
import health.backstep.stack.secret.Secrets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whose plan database is read: the local stack's, or any other. */
final class PlanDatabaseOptions {

  private static final String USER = "BACKSTEP_DATABASE_USER";
  private static final String PASSWORD = "BACKSTEP_DATABASE_PASSWORD";

  @Mixin private DataOption data;

  @Option(
      names = "--database-url",
      paramLabel = "URL",
      description = {
        "Read this plan database (jdbc:postgresql://HOST:PORT/plan) instead of the local stack's.",
        "User and password come from " + USER + " and " + PASSWORD + ".",
        "The role has to see all tenants' rows; nothing is written."
      })
  private String url;

  PlanDatabase open() {
    try {
      return PlanDatabase.on(url == null ? local() : elsewhere());
    } catch (SQLException e) {
      throw new StackFailure("The plan database cannot be reached: " + e.getMessage(), e);
    }
  }

  private Connection local() throws SQLException {
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
        server.port(), Secrets.in(data.folder().root()), ServiceName.PLAN.database());
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
