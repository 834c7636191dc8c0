package health.backstep.faults.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.backstep.stack.database.PostgresServer;
import health.backstep.stack.platform.LocalPort;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.secret.Secrets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Transactions of the driver that the services use, cut at their COMMIT. */
class PostgresProxyTest {

  private static final int ORDERLY = 8;

  @TempDir static Path folder;

  private static Secrets secrets;
  private static int port;
  private static PostgresServer server;

  private TcpProxy proxy;

  @BeforeAll
  static void startServer() throws SQLException {
    secrets = Secrets.in(folder);
    port = LocalPort.free(1).getFirst();
    server = PostgresServer.start(folder, port, secrets);
    try (Connection connection = server.connectAsSuperuser(ServiceName.PLAN.database());
        Statement statement = connection.createStatement()) {
      statement.execute("create table noted (number int primary key)");
      statement.execute("grant all on noted to " + ServiceName.PLAN.appRole());
    }
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @BeforeEach
  void start() throws SQLException {
    proxy = PortProxy.postgres(LocalPort.free(1).getFirst(), port);
    try (Connection connection = server.connectAsSuperuser(ServiceName.PLAN.database());
        Statement statement = connection.createStatement()) {
      statement.execute("delete from noted");
    }
  }

  @AfterEach
  void end() {
    proxy.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"extended", "extendedForPrepared", "extendedCacheEverything", "simple"})
  void a_transaction_cut_before_its_commit_has_not_happened(String queryMode) throws SQLException {
    try (Connection connection = connect(queryMode)) {
      noteSome(connection);
      proxy.resetBefore("COMMIT", 1);

      assertThatThrownBy(() -> note(connection, ORDERLY)).isInstanceOf(SQLException.class);
    }
    assertThat(proxy.resets()).isEqualTo(1);
    assertThat(noted()).isEqualTo(ORDERLY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"extended", "extendedForPrepared", "extendedCacheEverything", "simple"})
  void a_transaction_cut_after_its_commit_has_happened(String queryMode) throws SQLException {
    try (Connection connection = connect(queryMode)) {
      noteSome(connection);
      proxy.resetAfter("COMMIT", 1);

      assertThatThrownBy(() -> note(connection, ORDERLY)).isInstanceOf(SQLException.class);
    }
    assertThat(proxy.resets()).isEqualTo(1);
    assertThat(noted()).isEqualTo(ORDERLY + 1);
  }

  @Test
  void the_driver_says_commit_once_and_the_proxy_hears_each() throws SQLException {
    proxy.resetBefore("COMMIT", ORDERLY);
    for (int i = 0; i < ORDERLY; i++) {
      int number = i;
      try (Connection connection = connect("extended")) {
        assertThatThrownBy(() -> note(connection, number)).isInstanceOf(SQLException.class);
      }
    }
    try (Connection connection = connect("extended")) {
      note(connection, 0);
    }
    assertThat(proxy.resets()).isEqualTo(ORDERLY);
    assertThat(noted()).isEqualTo(1);
  }

  private static void noteSome(Connection connection) throws SQLException {
    for (int number = 0; number < ORDERLY; number++) {
      note(connection, number);
    }
  }

  private static void note(Connection connection, int number) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement("insert into noted values (?)")) {
      insert.setInt(1, number);
      insert.executeUpdate();
    }
    connection.commit();
  }

  private Connection connect(String queryMode) throws SQLException {
    String role = ServiceName.PLAN.appRole();
    String url =
        "%s/%s?preferQueryMode=%s"
            .formatted(PostgresServer.urlOf(proxy.port()), ServiceName.PLAN.database(), queryMode);
    Connection connection = DriverManager.getConnection(url, role, secrets.password(role));
    connection.setAutoCommit(false);
    return connection;
  }

  private static int noted() throws SQLException {
    try (Connection connection = server.connectAsSuperuser(ServiceName.PLAN.database());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from noted")) {
      row.next();
      return row.getInt(1);
    }
  }
}
