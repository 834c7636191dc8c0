package health.backstep.plan.due.edge;

import health.backstep.backbone.event.Uuid7;
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
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The due items of the running tenant's patients. */
@ApplicationScoped
class DueItems {

  private static final String DROP =
      """
      delete from due_item
      where tenant = ? and patient_id = ? and not exists (
        select from unnest(?::text[], ?::uuid[]) as open (kind, subject)
        where open.kind = due_item.kind and open.subject = due_item.subject)
      """;

  private static final String KEEP =
      """
      insert into due_item
        (tenant, patient_id, id, kind, subject, due_at, open_until, rule, plan_version)
      select ?, ?, o.* from unnest(
        ?::uuid[], ?::text[], ?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::int[]) o
      on conflict (tenant, patient_id, kind, subject) do update
        set due_at = excluded.due_at, open_until = excluded.open_until, rule = excluded.rule,
            plan_version = excluded.plan_version
      """;

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

  /** Keeps these items of the patient, old ones under their ids, and no others. */
  void keep(UUID patientId, List<DueItem> open) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement drop = connection.prepareStatement(DROP);
        PreparedStatement keep = connection.prepareStatement(KEEP)) {
      drop.setString(1, TenantTransaction.current().name());
      drop.setObject(2, patientId);
      drop.setArray(3, connection.createArrayOf("text", all(open, item -> item.kind().name())));
      drop.setArray(4, connection.createArrayOf("uuid", all(open, DueItem::subject)));
      drop.executeUpdate();
      if (!open.isEmpty()) {
        keep(connection, keep, patientId, open);
      }
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  private static void keep(
      Connection connection, PreparedStatement keep, UUID patientId, List<DueItem> open)
      throws SQLException {
    keep.setString(1, TenantTransaction.current().name());
    keep.setObject(2, patientId);
    keep.setArray(3, connection.createArrayOf("uuid", all(open, item -> Uuid7.next())));
    keep.setArray(4, connection.createArrayOf("text", all(open, item -> item.kind().name())));
    keep.setArray(5, connection.createArrayOf("uuid", all(open, DueItem::subject)));
    keep.setArray(6, connection.createArrayOf("text", all(open, DueItem::dueAt)));
    keep.setArray(
        7, connection.createArrayOf("text", all(open, item -> item.until().orElse(null))));
    keep.setArray(8, connection.createArrayOf("text", all(open, DueItem::rule)));
    keep.setArray(
        9, connection.createArrayOf("int4", all(open, item -> item.planVersion().orElse(null))));
    keep.executeUpdate();
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

  private static @Nullable Object[] all(List<DueItem> items, Function<DueItem, Object> part) {
    return items.stream().map(part).toArray();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
