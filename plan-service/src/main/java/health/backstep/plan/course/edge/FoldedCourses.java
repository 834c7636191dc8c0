package health.backstep.plan.course.edge;

import health.backstep.backbone.failure.DatabaseFailure;
import health.backstep.backbone.tenancy.OfTransaction;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.plan.history.FoldedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * How far the histories of the running tenant's patients have been folded, read by one statement
 * and moved on with the history by another: every event of every patient comes by here. Those who
 * are expected in a transaction are read together, and written together when it is finished.
 */
@ApplicationScoped
class FoldedCourses {

  /**
   * Where a patient's history ends.
   *
   * @param version of the plan, 0 before the first
   */
  record Folded(int lastOrdinal, UUID lastEventId, int version) {}

  /**
   * An event that a patient's history ends with now.
   *
   * @param clearanceEnds when the clearance in force runs out; null when it does not
   */
  record Moved(
      UUID patientId,
      Folded to,
      FoldedEvent event,
      byte[] payload,
      @Nullable Instant clearanceEnds) {}

  /** Patients in the order in which every instance locks them, and what is not written yet. */
  private static final class Ahead {
    private final Set<UUID> expected = new TreeSet<>();
    private final Map<UUID, Folded> at = new HashMap<>();
    private final List<Moved> moved = new ArrayList<>();
    private boolean isRead;
  }

  private static final String LOCK =
      """
      select c.patient_id, c.last_ordinal, c.last_event_id, c.version
      from unnest(?::uuid[]) with ordinality named (patient_id, place)
        join patient_course c on c.tenant = ? and c.patient_id = named.patient_id
      order by named.place for update of c
      """;

  private static final String MOVE_ON =
      """
      with moved as (
        select ?::text as tenant, m.* from unnest(
          ?::uuid[], ?::int[], ?::uuid[], ?::text[], ?::timestamptz[], ?::text[], ?::text[],
          ?::int[], ?::timestamptz[])
          m (patient_id, ordinal, event_id, type, occurred_at, payload, ruleset_version,
             version, clearance_ends)),
      folded as (
        insert into history_event
          (tenant, patient_id, ordinal, event_id, type, occurred_at, payload, ruleset_version)
        select tenant, patient_id, ordinal, event_id, type, occurred_at, payload, ruleset_version
        from moved)
      insert into patient_course
        (tenant, patient_id, last_ordinal, last_event_id, version, clearance_ends)
      select distinct on (patient_id)
        tenant, patient_id, ordinal, event_id, version, clearance_ends
      from moved order by patient_id, ordinal desc
      on conflict (tenant, patient_id) do update
        set last_ordinal = excluded.last_ordinal, last_event_id = excluded.last_event_id,
            version = excluded.version, clearance_ends = excluded.clearance_ends
      """;

  private final DataSource dataSource;
  private final OfTransaction<Ahead> ahead;

  FoldedCourses(DataSource dataSource, TransactionSynchronizationRegistry transactions) {
    this.dataSource = dataSource;
    this.ahead = new OfTransaction<>(transactions, Ahead::new);
  }

  /** Before the first is locked: these will be, in this transaction. */
  void expect(Collection<UUID> patients) {
    ahead.get().expected.addAll(patients);
  }

  /** Where the patient's history ends, until the transaction does; empty for a new patient. */
  Optional<Folded> lock(UUID patientId) {
    Ahead known = ahead.get();
    if (!known.expected.contains(patientId)) {
      return Optional.ofNullable(locked(List.of(patientId)).get(patientId));
    }
    if (!known.isRead) {
      known.at.putAll(locked(known.expected));
      known.isRead = true;
    }
    return Optional.ofNullable(known.at.get(patientId));
  }

  /** Adds an event to the history, which ends with it then; at once or when it is finished. */
  void moveOn(Moved moved) {
    Ahead known = ahead.get();
    if (known.expected.contains(moved.patientId())) {
      known.at.put(moved.patientId(), moved.to());
      known.moved.add(moved);
    } else {
      write(List.of(moved));
    }
  }

  /** All who were expected have moved on. */
  void finish() {
    Ahead known = ahead.get();
    if (!known.moved.isEmpty()) {
      write(known.moved);
    }
    known.expected.clear();
    known.at.clear();
    known.moved.clear();
    known.isRead = false;
  }

  private Map<UUID, Folded> locked(Collection<UUID> patients) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(LOCK)) {
      query.setArray(1, connection.createArrayOf("uuid", patients.toArray()));
      query.setString(2, TenantTransaction.current().name());
      Map<UUID, Folded> found = new HashMap<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.put(
              row.getObject(1, UUID.class),
              new Folded(row.getInt(2), row.getObject(3, UUID.class), row.getInt(4)));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  private void write(List<Moved> moved) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement change = connection.prepareStatement(MOVE_ON)) {
      Columns columns = new Columns(connection, change, moved);
      change.setString(1, TenantTransaction.current().name());
      columns.set(2, "uuid", Moved::patientId);
      columns.set(3, "int4", each -> each.to().lastOrdinal());
      columns.set(4, "uuid", each -> each.to().lastEventId());
      columns.set(5, "text", each -> each.event().event().cause().type());
      columns.set(6, "text", each -> each.event().event().cause().occurredAt());
      columns.set(7, "text", each -> new String(each.payload(), StandardCharsets.UTF_8));
      columns.set(8, "text", each -> each.event().rulesetVersion());
      columns.set(9, "int4", each -> each.to().version());
      columns.set(10, "text", Moved::clearanceEnds);
      change.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  /** One array for each column. */
  private record Columns(Connection connection, PreparedStatement change, List<Moved> moved) {

    void set(int place, String type, Function<Moved, @Nullable Object> part) throws SQLException {
      change.setArray(place, connection.createArrayOf(type, moved.stream().map(part).toArray()));
    }
  }
}
