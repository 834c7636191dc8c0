package health.backstep.plan.due.edge;

import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.failure.DatabaseFailure;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.plan.due.DueItem;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes what is due for the running tenant's patients. */
@ApplicationScoped
class KeepingDue {

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

  private final DataSource dataSource;

  KeepingDue(DataSource dataSource) {
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

  private static @Nullable Object[] all(List<DueItem> items, Function<DueItem, Object> part) {
    return items.stream().map(part).toArray();
  }
}
