package health.backstep.stack.database;

import health.backstep.stack.platform.LocalPort;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.secret.Secrets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The way into the server on a port. */
record DatabaseLogin(int port, Secrets secrets) {

  private static final String WRONG_PASSWORD = "28P01";

  static String urlOf(int port) {
    return "jdbc:postgresql://" + LocalPort.HOST + ":" + port;
  }

  Connection as(String role, String database) throws SQLException {
    return DriverManager.getConnection(urlOf(port) + "/" + database, role, secrets.password(role));
  }

  Connection asSuperuser(String database) throws SQLException {
    return as(Cluster.SUPERUSER, database);
  }

  /**
   * Whether the server takes connections.
   *
   * @throws StackFailure when it refuses our password: waiting would not help
   */
  boolean isOpen() {
    String impatient = urlOf(port) + "/" + Cluster.SUPERUSER + "?loginTimeout=3";
    try (Connection connection =
        DriverManager.getConnection(
            impatient, Cluster.SUPERUSER, secrets.password(Cluster.SUPERUSER))) {
      return connection.isValid(1);
    } catch (SQLException e) {
      if (WRONG_PASSWORD.equals(e.getSQLState())) {
        throw new StackFailure(
            """
            The database on port %d has other passwords than the data folder's secrets.
            Put the folder 'secrets' back, or begin with empty data: ./backstep up --fresh"""
                .formatted(port),
            e);
      }
      return false;
    }
  }
}
