package health.backstep.stack.replay;

import health.backstep.stack.platform.StackFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The stored histories and plan versions of all tenants, as they are at one moment: everything is
 * read in one transaction that cannot write.
 */
public final class PlanDatabase implements AutoCloseable {

  private static final int PATIENTS_AT_ONCE = 1_000;
  private static final Set<String> NOT_MIGRATED = Set.of("42P01", "42703");

  private static final String COURSES =
      """
      select tenant, patient_id from history_event where ?::uuid is null or patient_id = ?::uuid
      union
      select tenant, patient_id from plan_version where ?::uuid is null or patient_id = ?::uuid
      """;
  private static final String EVENTS =
      """
      select event_id, type, occurred_at, payload, ruleset_version from history_event
      where tenant = ? and patient_id = ? order by ordinal
      """;
  private static final String VERSIONS =
      """
      select version, digest, cause_event_id, document from plan_version
      where tenant = ? and patient_id = ? order by version
      """;

  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final Connection connection;

  private PlanDatabase(Connection connection) {
    this.connection = connection;
  }

  /**
   * Takes over the connection and closes it in the end.
   *
   * @throws StackFailure when it is not a plan database, or shows one tenant's rows only
   */
  public static PlanDatabase on(Connection connection) {
    PlanDatabase database = new PlanDatabase(connection);
    try {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      database.requireAllTenants();
      return database;
    } catch (SQLException e) {
      database.close();
      throw unreadable(e);
    } catch (StackFailure e) {
      database.close();
      throw e;
    }
  }

  /** How many patients have a stored history or plan; with an id, of that patient. */
  public long count(Optional<UUID> patient) {
    try (PreparedStatement query =
        connection.prepareStatement("select count(*) from (" + COURSES + ") as course")) {
      setPatient(query, patient);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** Shows the patients' rows one after the other; with an id, that patient's. */
  public void forEach(Optional<UUID> patient, Consumer<CourseRows> reader) {
    try (PreparedStatement courses = connection.prepareStatement(COURSES + " order by 1, 2");
        PreparedStatement events = connection.prepareStatement(EVENTS);
        PreparedStatement versions = connection.prepareStatement(VERSIONS)) {
      setPatient(courses, patient);
      courses.setFetchSize(PATIENTS_AT_ONCE);
      try (ResultSet row = courses.executeQuery()) {
        while (row.next()) {
          String tenant = row.getString(1);
          UUID id = row.getObject(2, UUID.class);
          reader.accept(
              new CourseRows(
                  id,
                  rows(events, tenant, id, CourseRows.EventRow::of),
                  rows(versions, tenant, id, CourseRows::version)));
        }
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private void requireAllTenants() throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement(
                "select row_security_active('history_event')"
                    + " or row_security_active('plan_version')");
        ResultSet row = query.executeQuery()) {
      row.next();
      if (row.getBoolean(1)) {
        throw new StackFailure(
            "This database role sees one tenant's rows only. Use one that passes row-level"
                + " security (BYPASSRLS) and may read history_event and plan_version.");
      }
    }
  }

  private static void setPatient(PreparedStatement query, Optional<UUID> patient)
      throws SQLException {
    String id = patient.map(UUID::toString).orElse(null);
    for (int parameter = 1; parameter <= 4; parameter++) {
      query.setString(parameter, id);
    }
  }

  private static <T> List<T> rows(
      PreparedStatement query, String tenant, UUID patient, RowReader<T> reader)
      throws SQLException {
    query.setString(1, tenant);
    query.setObject(2, patient);
    List<T> rows = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        rows.add(reader.read(row));
      }
    }
    return rows;
  }

  private static StackFailure unreadable(SQLException failure) {
    return NOT_MIGRATED.contains(failure.getSQLState())
        ? new StackFailure(
            "This is no plan database of this version of Backstep. Let plan-service start once, so"
                + " that it sets the database up. ("
                + failure.getMessage()
                + ")",
            failure)
        : new StackFailure("The plan database cannot be read: " + failure.getMessage(), failure);
  }
}
