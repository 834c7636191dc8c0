package health.backstep.system.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.stack.database.PostgresServer;
import health.backstep.stack.platform.LocalPort;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.secret.Secrets;
import health.backstep.system.compose.ComposeFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** grants.sql gives an owner's new database the rights that a superuser gives it elsewhere. */
class GrantsTest {

  private static final String GRANTS = ComposeFile.text("deploy/kubernetes/postgres/grants.sql");
  private static final String WHO_MAY =
      """
      SELECT 'database ' || coalesce(r.rolname, 'PUBLIC') || ' ' || a.privilege_type
        FROM pg_database d, aclexplode(d.datacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
       WHERE d.datname = current_database()
      UNION ALL
      SELECT 'schema ' || coalesce(r.rolname, 'PUBLIC') || ' ' || a.privilege_type
        FROM pg_namespace n, aclexplode(n.nspacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
       WHERE n.nspname = 'public'
      UNION ALL
      SELECT 'owner ' || pg_get_userbyid(n.nspowner) FROM pg_namespace n WHERE n.nspname = 'public'
      """;

  @TempDir private static Path folder;
  private static PostgresServer server;

  @BeforeAll
  static void start() {
    server = PostgresServer.start(folder, LocalPort.free(1).getFirst(), Secrets.in(folder));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void the_owner_gives_the_rights_that_a_superuser_gives(ServiceName service) throws SQLException {
    String database = service.database();
    Set<String> given = rights(database);
    try (Connection superuser = server.connectAsSuperuser("postgres")) {
      run(superuser, "DROP DATABASE " + database);
      run(superuser, "CREATE DATABASE " + database + " OWNER " + service.ownerRole());
    }
    assertThat(rights(database)).isNotEqualTo(given);

    for (int times : List.of(1, 2)) {
      try (Connection owner = server.connect(database, service.ownerRole())) {
        run(owner, GRANTS);
      }
      assertThat(rights(database)).as("after %d times", times).isEqualTo(given).isNotEmpty();
    }
  }

  private static Set<String> rights(String database) throws SQLException {
    Set<String> rights = new TreeSet<>();
    try (Connection connection = server.connectAsSuperuser(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(WHO_MAY)) {
      while (rows.next()) {
        rights.add(rows.getString(1));
      }
    }
    return rights;
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
