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
import java.util.Map;
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
        select d.id from unnest(?::uuid[], ?::timestamptz[]) asked (patient_id, at)
          join due_item d on d.tenant = ? and d.patient_id = asked.patient_id
        where d.announced_at is null
          and d.due_at <= asked.at and (d.open_until is null or d.open_until > asked.at)
        for update of d skip locked)
      returning *
      """;

  private final DataSource dataSource;

  DueItems(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** What can still be done at that time, by the time at which it is due. */
  List<StoredDueItem> open(UUID patientId, Instant now) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(OPEN)) {
      query.setString(1, TenantTransaction.current().name());
      query.setObject(2, patientId);
      query.setObject(3, now.atOffset(ZoneOffset.UTC));
      return read(query);
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  /**
   * Marks what is due and was not announced before, so that nobody else does.
   *
   * @param now of each patient
   */
  List<StoredDueItem> announce(Map<UUID, Instant> now) {
    String tenant = TenantTransaction.current().name();
    List<Map.Entry<UUID, Instant>> asked = List.copyOf(now.entrySet());
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(ANNOUNCE)) {
      update.setString(1, tenant);
      update.setArray(
          2, connection.createArrayOf("uuid", asked.stream().map(Map.Entry::getKey).toArray()));
      update.setArray(
          3, connection.createArrayOf("text", asked.stream().map(Map.Entry::getValue).toArray()));
      update.setString(4, tenant);
      return read(update);
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  private static List<StoredDueItem> read(PreparedStatement query) throws SQLException {
    List<StoredDueItem> found = new ArrayList<>();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        found.add(item(rows));
      }
    }
    return found;
  }

  private static StoredDueItem item(ResultSet row) throws SQLException {
    OffsetDateTime until = row.getObject("open_until", OffsetDateTime.class);
    return new StoredDueItem(
        row.getObject("id", UUID.class),
        row.getObject("patient_id", UUID.class),
        new DueItem(
            DueKind.valueOf(row.getString("kind")),
            row.getObject("subject", UUID.class),
            row.getObject("due_at", OffsetDateTime.class).toInstant(),
            Optional.ofNullable(until).map(OffsetDateTime::toInstant),
            row.getString("rule"),
            Optional.ofNullable(row.getObject("plan_version", Integer.class))));
  }
}
