package health.backstep.stack.replay;

import health.backstep.plan.history.Cause;
import health.backstep.plan.history.FoldedEvent;
import health.backstep.plan.history.wire.PlanEventReader;
import health.backstep.plan.replay.StoredCourse;
import health.backstep.plan.replay.StoredVersion;
import health.backstep.plan.replay.wire.StoredPlan;
import health.backstep.wire.UnreadableEvent;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** The rows of one patient's plan as they lie in the database. */
public record CourseRows(UUID patientId, List<EventRow> events, List<StoredVersion> versions) {

  /** A folded event; its payload is read when the course is asked for. */
  record EventRow(Cause cause, String payload, String rulesetVersion) {

    static EventRow of(ResultSet row) throws SQLException {
      Cause cause =
          new Cause(
              row.getObject("event_id", UUID.class),
              row.getString("type"),
              row.getObject("occurred_at", OffsetDateTime.class).toInstant());
      return new EventRow(cause, row.getString("payload"), row.getString("ruleset_version"));
    }

    FoldedEvent toEvent() {
      try {
        byte[] json = payload.getBytes(StandardCharsets.UTF_8);
        return new FoldedEvent(PlanEventReader.read(cause, json), rulesetVersion);
      } catch (UnreadableEvent e) {
        throw new UnreadableEvent("event " + cause.eventId() + ": " + e.getMessage(), e);
      }
    }
  }

  static StoredVersion version(ResultSet row) throws SQLException {
    return new StoredVersion(
        row.getInt("version"),
        row.getString("digest"),
        row.getObject("cause_event_id", UUID.class),
        StoredPlan.picture(row.getString("document")));
  }

  /**
   * The course that the rows tell.
   *
   * @throws UnreadableEvent naming the event that cannot be read
   */
  public StoredCourse toCourse() {
    return new StoredCourse(patientId, events.stream().map(EventRow::toEvent).toList(), versions);
  }
}
