package health.backstep.faults.cluster;

import health.backstep.stack.database.PostgresServer;
import health.backstep.stack.platform.DataFolder;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.process.Launch;
import health.backstep.stack.process.ProcessTable;
import health.backstep.stack.process.Signal;
import health.backstep.stack.secret.Secrets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** PostgreSQL; it is stopped in immediate mode, so each start recovers from the log. */
final class LocalDatabase extends LocalPart implements Database {

  private static final String SUPERUSER = "postgres";

  private final DataFolder data;
  private final Secrets secrets;

  LocalDatabase(DataFolder data, int port, Secrets secrets, ProcessTable table) {
    super(PostgresServer.NAME, port, health.backstep.stack.process.Part.DATABASE, table);
    this.data = data;
    this.secrets = secrets;
  }

  /** The first start: makes the files, databases and roles, and waits for them. */
  void create() {
    PostgresServer.start(data, port(), secrets, this::adopt);
  }

  Connection connect(ServiceName service) throws SQLException {
    return connect(service.database());
  }

  @Override
  Launch launch() {
    return PostgresServer.launch(data, port(), secrets);
  }

  @Override
  String address() {
    return PostgresServer.urlOf(port());
  }

  @Override
  Signal stopSignal() {
    return Signal.QUIT;
  }

  @Override
  public boolean isReady() {
    return isRunning() && PostgresServer.answers(port(), secrets);
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
    return PostgresServer.folder(data);
  }

  private Connection connect(String database) throws SQLException {
    return PostgresServer.connectAsSuperuser(port(), secrets, database);
  }
}
