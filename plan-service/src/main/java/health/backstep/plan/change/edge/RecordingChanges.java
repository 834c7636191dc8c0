package health.backstep.plan.change.edge;

import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.failure.DatabaseFailure;
import health.backstep.backbone.tenancy.AfterCommit;
import health.backstep.backbone.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** Writes changes in the transaction of what happened: both are there or neither is. */
@ApplicationScoped
public class RecordingChanges {

  private static final String INSERT =
      """
      insert into change (tenant, id, type, patient_id, plan_version, due_id, event_id, occurred_at)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final DataSource dataSource;
  private final ChangeSignals signals;
  private final AfterCommit afterCommit;

  RecordingChanges(DataSource dataSource, ChangeSignals signals, AfterCommit afterCommit) {
    this.dataSource = dataSource;
    this.signals = signals;
    this.afterCommit = afterCommit;
  }

  /** Records a change in the running tenant's transaction; who listens hears of it after commit. */
  public void record(NewChange change) {
    String tenant = TenantTransaction.current().name();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, tenant);
      insert.setObject(2, Uuid7.next());
      insert.setString(3, change.type().word());
      insert.setObject(4, change.patientId());
      insert.setObject(5, change.planVersion());
      insert.setObject(6, change.dueId());
      insert.setObject(7, change.eventId());
      insert.setObject(8, change.occurredAt().atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
    afterCommit.run(() -> signals.signal(tenant));
  }
}
