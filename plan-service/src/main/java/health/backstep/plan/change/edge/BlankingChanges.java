package health.backstep.plan.change.edge;

import health.backstep.backbone.failure.DatabaseFailure;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.plan.change.Change;
import health.backstep.plan.change.ChangeType;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Takes an erased patient's ids out of the changes that have a number, and leaves the number: who
 * counts the feed to know that nothing is missing must not find a gap.
 */
@ApplicationScoped
public class BlankingChanges {

  /** A statement of its own, so that numbers are seen that were being given meanwhile. */
  private static final String LOCK =
      "select from change where tenant = ? and patient_id = ? order by id for update";

  private static final String BLANK =
      """
      update change
      set type = ?, patient_id = ?, plan_version = null, due_id = null, event_id = null,
          occurred_at = clock_timestamp()
      where tenant = ? and patient_id = ? and number is not null
      """;

  private final DataSource dataSource;

  BlankingChanges(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Blanks the patient's numbered changes, in the running tenant's transaction. */
  public void blank(UUID patientId) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement lock = connection.prepareStatement(LOCK);
        PreparedStatement blank = connection.prepareStatement(BLANK)) {
      lock.setString(1, TenantTransaction.current().name());
      lock.setObject(2, patientId);
      lock.execute();
      blank.setString(1, ChangeType.PATIENT_ERASED.word());
      blank.setObject(2, Change.NOBODY);
      blank.setString(3, TenantTransaction.current().name());
      blank.setObject(4, patientId);
      blank.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }
}
