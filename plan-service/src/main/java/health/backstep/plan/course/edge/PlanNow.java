package health.backstep.plan.course.edge;

import health.backstep.backbone.failure.DatabaseFailure;
import health.backstep.backbone.tenancy.Sandbox;
import health.backstep.backbone.tenancy.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The plan as most calls find it, read by one statement that enters the tenant itself. The wall
 * holds in it as everywhere, because the function runs with the rights of the service's role.
 */
@ApplicationScoped
class PlanNow {

  /** A plan version as callers get it. */
  record Standing(int version, String document) {}

  private static final String READ =
      "select at_version, document_then, cleared_until from plan_now(?, ?)";

  private final DataSource dataSource;
  private final Sandbox sandbox;
  private final Clock clock;

  PlanNow(DataSource dataSource, Sandbox sandbox, Clock clock) {
    this.dataSource = dataSource;
    this.sandbox = sandbox;
    this.clock = clock;
  }

  /**
   * The plan, if all there is to do is to show it: not where the patient or the plan is unknown,
   * where its clearance has run out, or where clocks can be set.
   */
  Optional<Standing> find(Tenant tenant, UUID patientId) {
    return sandbox.is(tenant) ? Optional.empty() : read(tenant, patientId);
  }

  private Optional<Standing> read(Tenant tenant, UUID patientId) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(READ)) {
      query.setString(1, tenant.name());
      query.setObject(2, patientId);
      try (ResultSet row = query.executeQuery()) {
        return row.next() && isStanding(row)
            ? Optional.of(new Standing(row.getInt(1), row.getString(2)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  private boolean isStanding(ResultSet row) throws SQLException {
    Instant now = clock.instant();
    OffsetDateTime clearedUntil = row.getObject(3, OffsetDateTime.class);
    boolean lapsed = clearedUntil != null && !now.isBefore(clearedUntil.toInstant());
    return row.getString(2) != null && !lapsed;
  }
}
