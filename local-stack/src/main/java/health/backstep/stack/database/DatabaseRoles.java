package health.backstep.stack.database;

import health.backstep.stack.platform.ServiceName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/**
 * One database for each service, with an owner that migrates it, a role for the service at work and
 * one for its relay. Neither of the two owns anything, so row-level security holds for both. Can be
 * repeated at every start.
 */
final class DatabaseRoles {

  private final DatabaseLogin login;

  DatabaseRoles(DatabaseLogin login) {
    this.login = login;
  }

  void create() throws SQLException {
    try (Connection connection = login.asSuperuser(Cluster.SUPERUSER)) {
      run(connection, "REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC");
      for (ServiceName service : ServiceName.values()) {
        for (String role : service.roles()) {
          createRole(connection, role);
        }
        createDatabase(connection, service);
      }
    }
    for (ServiceName service : ServiceName.values()) {
      grantSchema(service);
    }
  }

  /** The password goes over as a SCRAM verifier: a failing statement cannot write it to the log. */
  private void createRole(Connection connection, String role) throws SQLException {
    if (!exists(connection, "SELECT FROM pg_roles WHERE rolname = ?", role)) {
      run(connection, "CREATE ROLE " + role + " LOGIN");
    }
    connection
        .unwrap(PGConnection.class)
        .alterUserPassword(role, login.secrets().password(role).toCharArray(), "scram-sha-256");
  }

  private void createDatabase(Connection connection, ServiceName service) throws SQLException {
    String database = service.database();
    if (!exists(connection, "SELECT FROM pg_database WHERE datname = ?", database)) {
      run(connection, "CREATE DATABASE " + database + " OWNER " + service.ownerRole());
    }
    run(connection, "REVOKE CONNECT, TEMPORARY ON DATABASE " + database + " FROM PUBLIC");
    run(connection, "GRANT CONNECT ON DATABASE " + database + " TO " + workers(service));
  }

  private void grantSchema(ServiceName service) throws SQLException {
    try (Connection connection = login.asSuperuser(service.database())) {
      run(connection, "ALTER SCHEMA public OWNER TO " + service.ownerRole());
      run(connection, "REVOKE ALL ON SCHEMA public FROM PUBLIC");
      run(connection, "GRANT USAGE ON SCHEMA public TO " + workers(service));
    }
  }

  private static String workers(ServiceName service) {
    return service.appRole() + ", " + service.relayRole();
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      return statement.executeQuery().next();
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
