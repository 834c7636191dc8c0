package health.backstep.backbone.tenancy;

import health.backstep.backbone.failure.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What the transactions of a tenant do one after the other, where no row is there to be locked. */
@ApplicationScoped
public class OneAtATime {

  private final DataSource dataSource;

  OneAtATime(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Waits for those of the running tenant that do the same, and keeps others waiting until the
   * running transaction ends. What is read from then on holds what they did.
   *
   * @param what a few words, such as {@code webhooks}
   */
  public void enter(String what) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement lock =
            connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
      lock.setString(1, what + " of " + TenantTransaction.current().name());
      lock.execute();
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }
}
