package health.backstep.backbone.tenancy;

import health.backstep.backbone.failure.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Which tenant a patient belongs to. The first transaction that takes a patient in decides it;
 * events that name another tenant are refused from then on.
 */
@ApplicationScoped
public class PatientHomes {

  private final DataSource dataSource;

  PatientHomes(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Makes the running transaction's tenant the new patient's home. */
  public void settle(UUID patientId) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement claim = connection.prepareStatement("select is_home(?, ?)")) {
      claim.setObject(1, patientId);
      claim.setString(2, TenantTransaction.current().name());
      claim.execute();
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }
}
