package health.backstep.plan.due.edge;

import health.backstep.backbone.failure.DatabaseFailure;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.plan.due.DueItem;
import health.backstep.plan.due.DueKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The due items that are kept of the running tenant's patients. */
@ApplicationScoped
class DueItems {

  private static final String OPEN =
      """
      select * from due_item
      where tenant = ? and patient_id = ? and (open_until is null or open_until > ?)
      order by due_at, kind, subject
      """;

  /** What another instance is announcing is left to it. */
  private static final String ANNOUNCE =
      """
      update due_item set announced_at = clock_timestamp()
      where tenant = ? and id in (
        select id from due_item
        where tenant = ? and patient_id = ? and announced_at is null
          and due_at <= ? and (open_until is null or open_until > ?)
        for update skip locked)
      returning *
      """;

  private final DataSource dataSource;

  DueItems(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** What can still be done at that time, by the time at which it is due. */
  List<StoredDueItem> open(UUID patientId, Instant now) {
    return read(OPEN, TenantTransaction.current().name(), patientId, time(now));
  }

  /** Marks what is due at that time and was not announced before, so that nobody else does. */
  List<StoredDueItem> announce(UUID patientId, Instant now) {
    String tenant = TenantTransaction.current().name();
    return read(ANNOUNCE, tenant, tenant, patientId, time(now), time(now));
  }

  private List<StoredDueItem> read(String sql, Object... values) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        query.setObject(i + 1, values[i]);
      }
      List<StoredDueItem> found = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(item(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  private static StoredDueItem item(ResultSet row) throws SQLException {
    OffsetDateTime until = row.getObject("open_until", OffsetDateTime.class);
    return new StoredDueItem(
        row.getObject("id", UUID.class),
        new DueItem(
            DueKind.valueOf(row.getString("kind")),
            row.getObject("subject", UUID.class),
            row.getObject("due_at", OffsetDateTime.class).toInstant(),
            Optional.ofNullable(until).map(OffsetDateTime::toInstant),
            row.getString("rule"),
            Optional.ofNullable(row.getObject("plan_version", Integer.class))));
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
