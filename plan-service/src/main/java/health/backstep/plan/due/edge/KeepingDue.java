package health.backstep.plan.due.edge;

import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.failure.DatabaseFailure;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.plan.due.DueCourse;
import health.backstep.plan.due.DueItem;
import health.backstep.plan.due.wire.StoredDueCourse;
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

  /**
   * Deletes other rows than it writes, so that it may do both at once. What is there already is not
   * written again: most events change one item of many.
   */
  private static final String KEEP =
      """
      with known as (
        select ?::text as tenant, ?::uuid as patient_id, ?::text as course),
      open as (
        select * from unnest(
          ?::uuid[], ?::text[], ?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::int[])
          o (id, kind, subject, due_at, open_until, rule, plan_version)),
      stored as (
        update due_course c set course = k.course from known k
        where (c.tenant, c.patient_id) = (k.tenant, k.patient_id)),
      dropped as (
        delete from due_item d using known k
        where (d.tenant, d.patient_id) = (k.tenant, k.patient_id) and not exists (
          select 1 from open where open.kind = d.kind and open.subject = d.subject))
      insert into due_item
        (tenant, patient_id, id, kind, subject, due_at, open_until, rule, plan_version)
      select k.tenant, k.patient_id, open.* from known k cross join open
      where not exists (
        select 1 from due_item d
        where (d.tenant, d.patient_id, d.kind, d.subject)
            = (k.tenant, k.patient_id, open.kind, open.subject)
          and (d.due_at, d.open_until, d.rule, d.plan_version)
            is not distinct from (open.due_at, open.open_until, open.rule, open.plan_version))
      on conflict (tenant, patient_id, kind, subject) do update
        set due_at = excluded.due_at, open_until = excluded.open_until, rule = excluded.rule,
            plan_version = excluded.plan_version
      """;

  private final DataSource dataSource;

  KeepingDue(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Keeps the course and these items of the patient, old ones under their ids, and no others. */
  void keep(UUID patientId, DueCourse course, List<DueItem> open) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement keep = connection.prepareStatement(KEEP)) {
      keep.setString(1, TenantTransaction.current().name());
      keep.setObject(2, patientId);
      keep.setString(3, StoredDueCourse.write(course));
      keep.setArray(4, connection.createArrayOf("uuid", all(open, item -> Uuid7.next())));
      keep.setArray(5, connection.createArrayOf("text", all(open, item -> item.kind().name())));
      keep.setArray(6, connection.createArrayOf("uuid", all(open, DueItem::subject)));
      keep.setArray(7, connection.createArrayOf("text", all(open, DueItem::dueAt)));
      keep.setArray(
          8, connection.createArrayOf("text", all(open, item -> item.until().orElse(null))));
      keep.setArray(9, connection.createArrayOf("text", all(open, DueItem::rule)));
      keep.setArray(
          10, connection.createArrayOf("int4", all(open, item -> item.planVersion().orElse(null))));
      keep.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  private static @Nullable Object[] all(List<DueItem> items, Function<DueItem, Object> part) {
    return items.stream().map(part).toArray();
  }
}
