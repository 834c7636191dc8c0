package health.backstep.stack.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.backstep.stack.platform.Ports;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.secret.Secrets;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

  @TempDir Path dataDir;

  private final int port = Ports.free().postgres();
  private Secrets secrets;

  @BeforeEach
  void makeSecrets() {
    secrets = Secrets.in(dataDir);
  }

  @Test
  void keeps_its_data_from_one_start_to_the_next() throws SQLException {
    try (PostgresServer server = start()) {
      write(server, "first");
    }
    try (PostgresServer server = start()) {
      assertThat(read(server)).containsExactly("first");
    }
  }

  @Test
  void starts_again_after_a_crash_with_all_that_was_committed() throws SQLException {
    try (PostgresServer crashing = start()) {
      write(crashing, "committed");
      crashing.process().identity().kill();
    }
    try (PostgresServer server = start()) {
      assertThat(read(server)).containsExactly("committed");
    }
  }

  @Test
  void starts_although_a_stale_lock_names_a_pid_that_is_somebody_else_by_now() throws Exception {
    start().close();
    Path lock = dataDir.resolve("postgres/postmaster.pid");
    Files.writeString(lock, ProcessHandle.current().pid() + "\n" + lock.getParent() + "\n");
    try (PostgresServer server = start()) {
      assertThat(server.process().isAlive()).isTrue();
    }
  }

  @Test
  void is_durable_and_lets_nobody_in_without_a_password() throws SQLException {
    try (PostgresServer server = start()) {
      assertThat(
              List.of(
                  show(server, "fsync"),
                  show(server, "synchronous_commit"),
                  show(server, "full_page_writes")))
          .containsExactly("on", "on", "on");
      assertThatThrownBy(
              () -> DriverManager.getConnection(server.jdbcUrl("profile"), "profile_app", "guess"))
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void gives_each_service_an_owner_and_two_roles_that_own_nothing() throws SQLException {
    try (PostgresServer server = start()) {
      for (ServiceName service : ServiceName.values()) {
        execute(server, service.database(), service.ownerRole(), "CREATE TABLE made (id int)");
        for (String worker : List.of(service.appRole(), service.relayRole())) {
          assertThatThrownBy(
                  () -> execute(server, service.database(), worker, "CREATE TABLE own (id int)"))
              .hasMessageContaining("permission denied for schema public");
        }
      }
    }
  }

  @Test
  void keeps_a_service_out_of_the_database_of_another() throws SQLException {
    try (PostgresServer server = start()) {
      assertThatThrownBy(() -> server.connect("plan", "profile_app"))
          .hasMessageContaining("permission denied for database");
    }
  }

  @Test
  void says_which_port_is_taken_and_by_whom() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      assertThatThrownBy(() -> PostgresServer.start(dataDir, taken.getLocalPort(), secrets))
          .isInstanceOf(StackFailure.class)
          .hasMessageContaining("Port " + taken.getLocalPort() + " is taken by java (pid ")
          .hasMessageContaining("PostgreSQL needs it")
          .hasMessageContaining("--port-offset");
    }
  }

  @Test
  void says_what_to_do_when_the_secrets_are_not_those_of_the_data(@TempDir Path elsewhere) {
    start().close();
    Secrets others = Secrets.in(elsewhere);
    assertThatThrownBy(() -> PostgresServer.start(dataDir, port, others))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("--fresh");
  }

  @Test
  void has_ended_when_it_is_closed() {
    PostgresServer server = start();
    server.close();
    assertThat(server.process().identity().awaitEnd(Duration.ZERO)).isTrue();
    assertThat(dataDir.resolve("postgres/postmaster.pid")).doesNotExist();
  }

  private PostgresServer start() {
    return PostgresServer.start(dataDir, port, secrets);
  }

  private static void write(PostgresServer server, String word) throws SQLException {
    execute(server, "plan", "plan_owner", "CREATE TABLE IF NOT EXISTS word (word text)");
    execute(server, "plan", "plan_owner", "INSERT INTO word VALUES ('" + word + "')");
  }

  private static List<String> read(PostgresServer server) throws SQLException {
    try (Connection connection = server.connect("plan", "plan_owner")) {
      return strings(connection, "SELECT word FROM word");
    }
  }

  private static String show(PostgresServer server, String setting) throws SQLException {
    try (Connection connection = server.connect("session", "session_app")) {
      return strings(connection, "SELECT current_setting('" + setting + "')").getFirst();
    }
  }

  private static void execute(PostgresServer server, String database, String role, String sql)
      throws SQLException {
    try (Connection connection = server.connect(database, role);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> strings(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }
}
