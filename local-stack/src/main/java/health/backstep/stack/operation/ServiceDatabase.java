package health.backstep.stack.operation;

import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.platform.StackFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.postgresql.util.PSQLException;

/** A service's database as its operator sees it: the rows of all tenants. */
public final class ServiceDatabase implements AutoCloseable {

  private static final Set<String> NOT_MIGRATED = Set.of("42P01", "42703");
  private static final String NOT_ALLOWED = "42501";

  private final ServiceName service;
  private final Connection connection;

  private ServiceDatabase(ServiceName service, Connection connection) {
    this.service = service;
    this.connection = connection;
  }

  /**
   * Takes over the connection and closes it in the end.
   *
   * @throws StackFailure when it is not such a database, or shows one tenant's rows only
   */
  public static ServiceDatabase of(ServiceName service, Connection connection) {
    ServiceDatabase database = new ServiceDatabase(service, connection);
    try {
      connection.setAutoCommit(false);
      database.inTransaction(ServiceDatabase::requireAllTenants);
      return database;
    } catch (SQLException e) {
      database.close();
      throw database.failed(e);
    } catch (StackFailure e) {
      database.close();
      throw e;
    }
  }

  public ServiceName service() {
    return service;
  }

  /** What is done in one transaction; an exception undoes all of it. */
  @FunctionalInterface
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /**
   * Does the work wholly or not at all.
   *
   * @throws StackFailure when the database refuses
   */
  public <T> T inTransaction(Work<T> work) {
    boolean committed = false;
    try {
      T result = work.on(connection);
      connection.commit();
      committed = true;
      return result;
    } catch (SQLException e) {
      throw failed(e);
    } finally {
      if (!committed) {
        rollBack();
      }
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static boolean requireAllTenants(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement(
                "select row_security_active('dead_letter') or row_security_active('outbox')");
        ResultSet row = query.executeQuery()) {
      row.next();
      if (row.getBoolean(1)) {
        throw new StackFailure(
            "This database role sees one tenant's rows only. Use one that passes row-level"
                + " security (BYPASSRLS), and has the rights that this command needs: to check or list"
                + " the audit log, to read; for all else, to write dead_letter, outbox, rebuild and"
                + " operation.");
      }
      return true;
    }
  }

  private void rollBack() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      closeQuietly();
    }
  }

  /** A connection that cannot roll back is broken; the server undoes what it began. */
  private void closeQuietly() {
    try {
      connection.close();
    } catch (SQLException ignored) {
      return;
    }
  }

  private StackFailure failed(SQLException failure) {
    String name = service.processName();
    if (NOT_MIGRATED.contains(failure.getSQLState())) {
      return new StackFailure(
          "This is no database of %s of this version. Let %s start once, so that it sets it up. (%s)"
              .formatted(name, name, words(failure)),
          failure);
    }
    if (NOT_ALLOWED.equals(failure.getSQLState())) {
      return new StackFailure(
          "The database role may not do this in the database of %s: %s."
              .formatted(name, words(failure)),
          failure);
    }
    return new StackFailure(
        "The database of %s failed (SQLSTATE %s): %s. Nothing was changed unless ./backstep dlq log shows it."
            .formatted(name, failure.getSQLState(), words(failure)),
        failure);
  }

  /** The server's first sentence; what follows it may quote a row. */
  private static String words(SQLException failure) {
    return failure instanceof PSQLException server && server.getServerErrorMessage() != null
        ? server.getServerErrorMessage().getMessage()
        : failure.getMessage();
  }
}
