package health.backstep.stack.database;

import health.backstep.stack.platform.DataFolder;
import health.backstep.stack.platform.LocalPort;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.process.Child;
import health.backstep.stack.process.Launch;
import health.backstep.stack.process.Part;
import health.backstep.stack.secret.Secrets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * PostgreSQL with durable settings on one data folder. It goes on when this JVM ends, unless it is
 * closed.
 */
public final class PostgresServer implements AutoCloseable {

  public static final String NAME = "postgres";

  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  /** A day's log takes minutes to be read again. */
  private static final Duration RECOVERY_LIMIT = Duration.ofHours(12);

  private final Cluster cluster;
  private final DatabaseLogin login;
  private final Child process;

  private PostgresServer(Cluster cluster, DatabaseLogin login, Child process) {
    this.cluster = cluster;
    this.login = login;
    this.process = process;
  }

  /**
   * Starts the server on the folder's cluster, which is made at the first start, and returns when
   * it takes connections and has the databases and roles of all services.
   *
   * @throws StackFailure when the port is taken or the server ends while starting
   */
  public static PostgresServer start(Path dataDir, int port, Secrets secrets) {
    return start(DataFolder.at(dataDir), port, secrets, _ -> {});
  }

  /** The same, telling about the process as soon as there is one. */
  public static PostgresServer start(
      DataFolder data, int port, Secrets secrets, Consumer<Child> launched) {
    LocalPort.requireFree(port, "PostgreSQL");
    Cluster cluster = cluster(data);
    return start(
        cluster,
        launch(cluster, data, port, secrets, Map.of()),
        port,
        secrets,
        launched,
        START_LIMIT);
  }

  /**
   * Starts the server on a restored cluster, on a free port, and returns when it has read its log
   * as far as it shall and takes connections.
   *
   * @param data the folder that the cluster lies in
   * @param settings where the log comes from, and how far it is read
   * @throws StackFailure when it ends before, with the end of its log
   */
  public static PostgresServer recover(
      DataFolder data, Secrets secrets, Map<String, String> settings, Consumer<Child> launched) {
    int port = LocalPort.free(1).getFirst();
    Cluster cluster = cluster(data);
    Launch launch = launch(cluster, data, port, secrets, settings);
    return start(cluster, launch, port, secrets, launched, RECOVERY_LIMIT);
  }

  private static PostgresServer start(
      Cluster cluster,
      Launch launch,
      int port,
      Secrets secrets,
      Consumer<Child> launched,
      Duration limit) {
    Child process = launch.start();
    launched.accept(process);
    PostgresServer server = new PostgresServer(cluster, new DatabaseLogin(port, secrets), process);
    server.finishStart(limit);
    return server;
  }

  /**
   * How to start the server again on a data folder that it was started on before, once nothing of a
   * crashed one is left there.
   */
  public static Launch launch(DataFolder data, int port, Secrets secrets) {
    return launch(cluster(data), data, port, secrets, Map.of());
  }

  /** Where the server keeps its files. */
  public static Path folder(DataFolder data) {
    return data.root().resolve("postgres");
  }

  private static Cluster cluster(DataFolder data) {
    return new Cluster(folder(data), PostgresBinaries.unpacked());
  }

  private static Launch launch(
      Cluster cluster, DataFolder data, int port, Secrets secrets, Map<String, String> settings) {
    new ServerLock(cluster.folder()).clear();
    Path log = data.log(NAME);
    cluster.prepare(secrets.password(Cluster.SUPERUSER), log);
    Map<String, String> more = new TreeMap<>(settings);
    WalArchive.of(data).ifPresent(archive -> more.putAll(archive.settings(cluster.systemId())));
    return new Launch(NAME, cluster.serverCommand(port, more), Map.of(), cluster.folder(), log);
  }

  public String jdbcUrl(String database) {
    return urlOf(login.port()) + "/" + database;
  }

  public String jdbcUrl(ServiceName service) {
    return jdbcUrl(service.database());
  }

  /** Where a server on this port is found, without a database. */
  public static String urlOf(int port) {
    return DatabaseLogin.urlOf(port);
  }

  /** A connection as this role with the role's password. */
  public Connection connect(String database, String role) throws SQLException {
    return login.as(role, database);
  }

  /** A connection that may do anything, for tests that look behind the wall. */
  public Connection connectAsSuperuser(String database) throws SQLException {
    return login.asSuperuser(database);
  }

  public long pid() {
    return process.identity().pid();
  }

  public Child process() {
    return process;
  }

  @Override
  public void close() {
    process.identity().end(Part.DATABASE);
  }

  /** A connection that may do anything, to the server that a data folder's stack has started. */
  public static Connection connectAsSuperuser(int port, Secrets secrets, String database)
      throws SQLException {
    return new DatabaseLogin(port, secrets).asSuperuser(database);
  }

  /** Whether a server with these secrets answers on the port. */
  public static boolean answers(int port, Secrets secrets) {
    return new DatabaseLogin(port, secrets).isOpen();
  }

  private void finishStart(Duration limit) {
    try {
      process.awaitReady(limit, login::isOpen);
      requireOwnFolder();
      new DatabaseRoles(login).create();
    } catch (RuntimeException e) {
      close();
      throw e;
    } catch (SQLException e) {
      close();
      throw new StackFailure("PostgreSQL started, but its set-up failed: " + e.getMessage(), e);
    }
  }

  private void requireOwnFolder() throws SQLException {
    try (Connection connection = connectAsSuperuser(Cluster.SUPERUSER);
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("SHOW data_directory")) {
      answer.next();
      if (!Path.of(answer.getString(1)).equals(cluster.folder())) {
        throw new StackFailure(
            "Another PostgreSQL answers on port %d; its data is in %s. Stop it and try again."
                .formatted(login.port(), answer.getString(1)));
      }
    }
  }
}
