package health.backstep.plan.due.edge;

import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.failure.DatabaseFailure;
import health.backstep.backbone.tenancy.OfTransaction;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.plan.due.DueCourse;
import health.backstep.plan.due.DueItem;
import health.backstep.plan.due.wire.StoredDueCourse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes what is due for the running tenant's patients. */
@ApplicationScoped
class KeepingDue {

  /**
   * A patient's course and all that is open by it.
   *
   * @param open old items under their ids, new ones under new ids
   * @param fallenDue whether the time of any of them has come
   */
  record Kept(UUID patientId, DueCourse course, List<DueItem> open, boolean fallenDue) {}

  private record OpenItem(UUID patientId, DueItem item) {}

  /**
   * Deletes other rows than it writes, so that it may do both at once. What is there already is not
   * written again: most events change one item of many.
   */
  private static final String KEEP =
      """
      with known as (
        select ?::text as tenant, k.* from unnest(?::uuid[], ?::text[]) k (patient_id, course)),
      open as (
        select ?::text as tenant, o.* from unnest(
          ?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::timestamptz[], ?::timestamptz[],
          ?::text[], ?::int[])
          o (patient_id, id, kind, subject, due_at, open_until, rule, plan_version)),
      stored as (
        update due_course c set course = k.course from known k
        where (c.tenant, c.patient_id) = (k.tenant, k.patient_id)),
      dropped as (
        delete from due_item d using known k
        where (d.tenant, d.patient_id) = (k.tenant, k.patient_id) and not exists (
          select 1 from open
          where (open.tenant, open.patient_id, open.kind, open.subject)
              = (d.tenant, d.patient_id, d.kind, d.subject)))
      insert into due_item
        (tenant, patient_id, id, kind, subject, due_at, open_until, rule, plan_version)
      select open.* from open
      where not exists (
        select 1 from due_item d
        where (d.tenant, d.patient_id, d.kind, d.subject)
            = (open.tenant, open.patient_id, open.kind, open.subject)
          and (d.due_at, d.open_until, d.rule, d.plan_version)
            is not distinct from (open.due_at, open.open_until, open.rule, open.plan_version))
      on conflict (tenant, patient_id, kind, subject) do update
        set due_at = excluded.due_at, open_until = excluded.open_until, rule = excluded.rule,
            plan_version = excluded.plan_version
      """;

  private final DataSource dataSource;
  private final OfTransaction<Map<UUID, Kept>> putOff;

  KeepingDue(DataSource dataSource, TransactionSynchronizationRegistry transactions) {
    this.dataSource = dataSource;
    this.putOff = new OfTransaction<>(transactions, LinkedHashMap::new);
  }

  /** Keeps the course and these items of the patient, and no others. */
  void keep(Kept kept) {
    write(List.of(kept));
  }

  /** Keeps them when it is finished; a patient's last ones count. */
  void putOff(Kept kept) {
    putOff.get().put(kept.patientId(), kept);
  }

  /**
   * Keeps what was put off.
   *
   * @return the patients of whom something has fallen due
   */
  List<UUID> finish() {
    Map<UUID, Kept> last = putOff.get();
    if (last.isEmpty()) {
      return List.of();
    }
    write(last.values());
    List<UUID> fallenDue =
        last.values().stream().filter(Kept::fallenDue).map(Kept::patientId).toList();
    last.clear();
    return fallenDue;
  }

  private void write(Collection<Kept> all) {
    String tenant = TenantTransaction.current().name();
    List<OpenItem> open = all.stream().flatMap(KeepingDue::open).toList();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement keep = connection.prepareStatement(KEEP)) {
      keep.setString(1, tenant);
      keep.setArray(2, connection.createArrayOf("uuid", each(all, Kept::patientId)));
      keep.setArray(
          3,
          connection.createArrayOf(
              "text", each(all, kept -> StoredDueCourse.write(kept.course()))));
      keep.setString(4, tenant);
      keep.setArray(5, connection.createArrayOf("uuid", each(open, OpenItem::patientId)));
      keep.setArray(6, connection.createArrayOf("uuid", each(open, item -> Uuid7.next())));
      keep.setArray(7, connection.createArrayOf("text", items(open, item -> item.kind().name())));
      keep.setArray(8, connection.createArrayOf("uuid", items(open, DueItem::subject)));
      keep.setArray(9, connection.createArrayOf("text", items(open, DueItem::dueAt)));
      keep.setArray(
          10, connection.createArrayOf("text", items(open, item -> item.until().orElse(null))));
      keep.setArray(11, connection.createArrayOf("text", items(open, DueItem::rule)));
      keep.setArray(
          12,
          connection.createArrayOf("int4", items(open, item -> item.planVersion().orElse(null))));
      keep.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  private static Stream<OpenItem> open(Kept kept) {
    return kept.open().stream().map(item -> new OpenItem(kept.patientId(), item));
  }

  private static @Nullable Object[] items(List<OpenItem> open, Function<DueItem, Object> part) {
    return each(open, one -> part.apply(one.item()));
  }

  private static <T> @Nullable Object[] each(Collection<T> all, Function<T, Object> part) {
    return all.stream().map(part).toArray();
  }
}
