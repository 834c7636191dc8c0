package health.backstep.plan.due.edge;

import health.backstep.backbone.failure.DatabaseFailure;
import health.backstep.backbone.tenancy.OfTransaction;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.plan.due.DueCourse;
import health.backstep.plan.due.wire.StoredDueCourse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What is remembered of the running tenant's patients to say what is due. Those who are expected in
 * a transaction are read together.
 */
@ApplicationScoped
class DueCourses {

  /** Patients in the order in which every instance locks them, and where they are by now. */
  private static final class Ahead {
    private final Set<UUID> expected = new TreeSet<>();
    private final Map<UUID, DueCourse> at = new HashMap<>();
    private boolean isRead;
  }

  private static final String LOCK =
      """
      select c.patient_id, c.course
      from unnest(?::uuid[]) with ordinality named (patient_id, place)
        join due_course c on c.tenant = ? and c.patient_id = named.patient_id
      order by named.place for update of c
      """;

  private static final String KNOWN = "select from due_course where tenant = ? and patient_id = ?";

  private static final String BEGIN =
      """
      insert into due_course (tenant, patient_id, course) values (?, ?, ?) on conflict do nothing
      """;

  private final DataSource dataSource;
  private final OfTransaction<Ahead> ahead;

  DueCourses(DataSource dataSource, TransactionSynchronizationRegistry transactions) {
    this.dataSource = dataSource;
    this.ahead = new OfTransaction<>(transactions, Ahead::new);
  }

  /** Before the first is locked: these will be, in this transaction. */
  void expect(Collection<UUID> patients) {
    ahead.get().expected.addAll(patients);
  }

  /** Where an expected patient is now; false of any other patient. */
  boolean moveOn(UUID patientId, DueCourse course) {
    boolean expected = ahead.get().expected.contains(patientId);
    if (expected) {
      ahead.get().at.put(patientId, course);
    }
    return expected;
  }

  /** Nobody is expected any more. */
  void finish() {
    Ahead known = ahead.get();
    known.expected.clear();
    known.at.clear();
    known.isRead = false;
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
    Ahead known = ahead.get();
    if (!known.expected.contains(patientId)) {
      return lockAfresh(patientId);
    }
    if (!known.isRead) {
      known.at.putAll(locked(known.expected));
      known.isRead = true;
    }
    return Optional.ofNullable(known.at.get(patientId));
  }

  /** As {@link #lock}, and what was read before does not count. */
  Optional<DueCourse> lockAfresh(UUID patientId) {
    return Optional.ofNullable(locked(List.of(patientId)).get(patientId));
  }

  private Map<UUID, DueCourse> locked(Collection<UUID> patients) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(LOCK)) {
      query.setArray(1, connection.createArrayOf("uuid", patients.toArray()));
      query.setString(2, TenantTransaction.current().name());
      Map<UUID, DueCourse> found = new HashMap<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.put(row.getObject(1, UUID.class), StoredDueCourse.read(row.getString(2)));
        }
      }
      return found;
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
