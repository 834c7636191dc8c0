package health.backstep.backbone.erasure;

import health.backstep.backbone.event.Cause;
import health.backstep.backbone.failure.DatabaseFailure;
import health.backstep.backbone.tenancy.AfterCommit;
import health.backstep.backbone.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Deletes what the database holds of a patient of the running tenant, in the running transaction.
 * Whoever writes for the patient meanwhile has either committed before or is refused.
 */
@ApplicationScoped
public class ErasingPatient {

  private static final String LOCK = "select pg_advisory_xact_lock(erasure_lock(?))";

  private static final String NOTE =
      """
      insert into erased_patient
        (tenant, patient_id, erasure_id, event_id, correlation_id, removed_rows)
      values (?, ?, ?, ?, ?, 0) on conflict do nothing
      """;

  private static final String MARK = "select mark_erased(?)";

  private static final String ERASE =
      """
      update erased_patient
      set removed_rows = erase_personal(patient_id) + erase_letters(patient_id)
        + erase_answers(patient_id)
      where tenant = ? and patient_id = ?
      """;

  private final DataSource dataSource;
  private final ErasureSteps steps;
  private final AfterCommit afterCommit;
  private final EntityManager entities;

  ErasingPatient(
      DataSource dataSource, ErasureSteps steps, AfterCommit afterCommit, EntityManager entities) {
    this.dataSource = dataSource;
    this.steps = steps;
    this.afterCommit = afterCommit;
    this.entities = entities;
  }

  /**
   * Keeps everybody else from writing for the patient until the transaction ends. To be called
   * before anything else is locked or written.
   */
  public void lock(UUID patientId) {
    execute(LOCK, patientId);
  }

  /**
   * Erases a patient whose lock is held; one who is erased already stays so, and nothing happens.
   *
   * @param cause the event that tells of it, by which the confirmation is connected to it
   */
  public void erase(UUID patientId, UUID erasureId, Cause cause) {
    String tenant = TenantTransaction.current().name();
    if (execute(NOTE, tenant, patientId, erasureId, cause.causationId(), cause.correlationId())
        == 0) {
      return;
    }
    steps.beforeErasing(patientId);
    entities.flush();
    entities.clear();
    execute(MARK, patientId);
    execute(ERASE, tenant, patientId);
    afterCommit.run(() -> steps.forget(patientId));
  }

  private int execute(String sql, Object... values) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.execute() ? 0 : statement.getUpdateCount();
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }
}
