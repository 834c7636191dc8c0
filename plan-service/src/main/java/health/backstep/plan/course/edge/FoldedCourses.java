package health.backstep.plan.course.edge;

import health.backstep.backbone.failure.DatabaseFailure;
import health.backstep.backbone.tenancy.TenantTransaction;
import health.backstep.plan.history.Cause;
import health.backstep.plan.history.FoldedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * How far the histories of the running tenant's patients have been folded, read by one statement
 * and moved on with the history by another: every event of every patient comes by here.
 */
@ApplicationScoped
class FoldedCourses {

  /**
   * Where a patient's history ends.
   *
   * @param version of the plan, 0 before the first
   */
  record Folded(int lastOrdinal, UUID lastEventId, int version) {}

  private static final String LOCK =
      """
      select last_ordinal, last_event_id, version from patient_course
      where tenant = ? and patient_id = ? for update
      """;

  private static final String MOVE_ON =
      """
      with folded as (
        insert into history_event
          (tenant, patient_id, ordinal, event_id, type, occurred_at, payload, ruleset_version)
        values (?, ?, ?, ?, ?, ?, ?, ?))
      insert into patient_course
        (tenant, patient_id, last_ordinal, last_event_id, version, clearance_ends)
      values (?, ?, ?, ?, ?, ?)
      on conflict (tenant, patient_id) do update
        set last_ordinal = excluded.last_ordinal, last_event_id = excluded.last_event_id,
            version = excluded.version, clearance_ends = excluded.clearance_ends
      """;

  private final DataSource dataSource;

  FoldedCourses(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Where the patient's history ends, until the transaction does; empty for a new patient. */
  Optional<Folded> lock(UUID patientId) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(LOCK)) {
      query.setString(1, TenantTransaction.current().name());
      query.setObject(2, patientId);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(new Folded(row.getInt(1), row.getObject(2, UUID.class), row.getInt(3)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  /**
   * Adds an event to the history, which ends with it then.
   *
   * @param clearanceEnds when the clearance in force runs out; null when it does not
   */
  void moveOn(
      UUID patientId,
      Folded to,
      FoldedEvent event,
      byte[] payload,
      @Nullable Instant clearanceEnds) {
    String tenant = TenantTransaction.current().name();
    Cause cause = event.event().cause();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement change = connection.prepareStatement(MOVE_ON)) {
      change.setString(1, tenant);
      change.setObject(2, patientId);
      change.setInt(3, to.lastOrdinal());
      change.setObject(4, cause.eventId());
      change.setString(5, cause.type());
      time(change, 6, cause.occurredAt());
      change.setString(7, new String(payload, StandardCharsets.UTF_8));
      change.setString(8, event.rulesetVersion());
      change.setString(9, tenant);
      change.setObject(10, patientId);
      change.setInt(11, to.lastOrdinal());
      change.setObject(12, to.lastEventId());
      change.setInt(13, to.version());
      time(change, 14, clearanceEnds);
      change.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  private static void time(PreparedStatement change, int place, @Nullable Instant at)
      throws SQLException {
    change.setObject(
        place, at == null ? null : at.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
  }
}
