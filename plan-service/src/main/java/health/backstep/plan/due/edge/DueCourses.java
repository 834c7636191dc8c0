package health.backstep.plan.due.edge;

import health.backstep.backbone.failure.DatabaseFailure;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.plan.due.DueCourse;
import health.backstep.plan.due.wire.StoredDueCourse;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** What is remembered of the running tenant's patients to say what is due. */
@ApplicationScoped
class DueCourses {

  private static final String LOCK =
      "select course from due_course where tenant = ? and patient_id = ? for update";

  private static final String KNOWN = "select from due_course where tenant = ? and patient_id = ?";

  private static final String BEGIN =
      """
      insert into due_course (tenant, patient_id, course) values (?, ?, ?) on conflict do nothing
      """;

  private final DataSource dataSource;

  DueCourses(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Whether the patient has a course; nothing is locked. */
  boolean isKnown(UUID patientId) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(KNOWN)) {
      query.setString(1, TenantTransaction.current().name());
      query.setObject(2, patientId);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  /** The patient's course, locked until the transaction ends; empty when there is none yet. */
  Optional<DueCourse> lock(UUID patientId) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(LOCK)) {
      query.setString(1, TenantTransaction.current().name());
      query.setObject(2, patientId);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(StoredDueCourse.read(row.getString(1))) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  /**
   * Begins a course that is locked then.
   *
   * @return false when another transaction was first
   */
  boolean begin(UUID patientId) {
    return 1
        == change(
            BEGIN,
            TenantTransaction.current().name(),
            patientId,
            StoredDueCourse.write(DueCourse.NEW));
  }

  private int change(String sql, Object... values) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement change = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        change.setObject(i + 1, values[i]);
      }
      return change.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }
}
