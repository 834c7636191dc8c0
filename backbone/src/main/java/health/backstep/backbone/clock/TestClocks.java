package health.backstep.backbone.clock;

import health.backstep.backbone.failure.DatabaseFailure;
import health.backstep.backbone.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The test clocks of the running tenant's patients. */
@ApplicationScoped
public class TestClocks {

  private static final String PUT_FORWARD =
      """
      insert into patient_clock (tenant, patient_id, now, event_id) values (?, ?, ?, ?)
      on conflict (tenant, patient_id) do update
        set now = excluded.now, event_id = excluded.event_id, set_at = excluded.set_at
        where patient_clock.now <= excluded.now
      """;

  private final DataSource dataSource;

  TestClocks(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  public Optional<TestClock> find(UUID patientId) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                """
                select now, event_id from patient_clock where tenant = ? and patient_id = ?
                """)) {
      query.setString(1, TenantTransaction.current().name());
      query.setObject(2, patientId);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(
                new TestClock(
                    patientId,
                    row.getObject("now", OffsetDateTime.class).toInstant(),
                    row.getObject("event_id", UUID.class)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  /**
   * Sets the clock, never backwards.
   *
   * @return false when it stands later already
   */
  public boolean putForward(TestClock clock) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement upsert = connection.prepareStatement(PUT_FORWARD)) {
      upsert.setString(1, TenantTransaction.current().name());
      upsert.setObject(2, clock.patientId());
      upsert.setObject(3, clock.now().atOffset(ZoneOffset.UTC));
      upsert.setObject(4, clock.eventId());
      return upsert.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }
}
