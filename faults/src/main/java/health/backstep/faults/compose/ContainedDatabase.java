package health.backstep.faults.compose;

import health.backstep.faults.cluster.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** PostgreSQL of the Compose file; it is stopped in immediate mode, as the local one is. */
final class ContainedDatabase extends Container implements Database {

  private static final int PORT = 5432;
  private static final String SUPERUSER = "postgres";

  private final String password;

  ContainedDatabase(String project, String password) {
    super(project, "postgres");
    this.password = password;
  }

  Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%d/%s?loginTimeout=3".formatted(address(), PORT, database),
        SUPERUSER,
        password);
  }

  @Override
  public void stop() {
    end("QUIT");
  }

  @Override
  public boolean isReady() {
    if (!isRunning()) {
      return false;
    }
    try (Connection connection = connect(SUPERUSER)) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void cutConnections() {
    try (Connection connection = connect(SUPERUSER);
        Statement statement = connection.createStatement()) {
      statement.execute(CUT);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL does not cut its connections", e);
    }
  }

  @Override
  public Path folder() {
    throw new UnsupportedOperationException("the server's disk is a volume");
  }
}
