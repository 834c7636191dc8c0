package health.backstep.backbone.tenancy;

import health.backstep.backbone.failure.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Which of the running tenant's patients were erased. */
@ApplicationScoped
public class ErasedPatients {

  private final DataSource dataSource;

  ErasedPatients(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Whether the patient was erased. If not, no erasure happens until the running transaction ends.
   * Whoever is going to write for a patient asks before it locks anything else, so that it and an
   * erasure never wait for each other.
   */
  public boolean include(UUID patientId) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement("select is_erased(?)")) {
      query.setObject(1, patientId);
      try (ResultSet row = query.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }
}
