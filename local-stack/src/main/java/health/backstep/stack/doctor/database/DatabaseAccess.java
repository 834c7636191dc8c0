package health.backstep.stack.doctor.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.function.UnaryOperator;

/**
 * The way into PostgreSQL for somebody who only looks and does not wait.
 *
 * @param passwordOf a role's password
 */
public record DatabaseAccess(String host, int port, UnaryOperator<String> passwordOf) {

  static final String SUPERUSER = "postgres";

  /** Such as {@code 127.0.0.1:15432}. */
  public String address() {
    return host + ":" + port;
  }

  /** A connection in which nothing can be written. */
  Connection connect(String role, String database) throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("user", role);
    settings.setProperty("password", passwordOf.apply(role));
    settings.setProperty("ApplicationName", "backstep doctor");
    settings.setProperty("connectTimeout", "3");
    settings.setProperty("loginTimeout", "4");
    settings.setProperty("socketTimeout", "6");
    settings.setProperty("logServerErrorDetail", "false");
    settings.setProperty("options", "-c default_transaction_read_only=on -c statement_timeout=5s");
    return DriverManager.getConnection(
        "jdbc:postgresql://%s/%s".formatted(address(), database), settings);
  }
}
