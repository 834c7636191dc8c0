package health.backstep.backbone.inbox;

import health.backstep.backbone.event.EventEnvelope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which events were taken in. They are kept longer (400 days) than any outbox keeps what it can
 * send again (180 days), so that an unknown id is never an old one that comes again.
 */
@ApplicationScoped
class TakenEvents {

  /** An event that was taken in before. */
  record Known(EventStream stream, long sequence, InboxOutcome outcome) {}

  private final InboxSql sql;

  TakenEvents(InboxSql sql) {
    this.sql = sql;
  }

  Optional<Known> find(EventEnvelope event) {
    return sql.first(
        """
        select source, patient_id, sequence, outcome from inbox_event
        where tenant = ? and event_id = ?
        """,
        row ->
            new Known(
                new EventStream(event.tenant(), row.getString(1), row.getObject(2, UUID.class)),
                row.getLong(3),
                InboxOutcome.valueOf(row.getString(4))),
        event.tenant(),
        event.id());
  }

  /**
   * Notes an event that is not the stream's latest. Of an event that is known already only a dead
   * letter's outcome changes.
   */
  void noteAside(EventEnvelope event, InboxOutcome outcome) {
    sql.update(
        """
        insert into inbox_event (tenant, event_id, source, patient_id, sequence, outcome)
        values (?, ?, ?, ?, ?, ?)
        on conflict (tenant, event_id)
          do update set outcome = excluded.outcome, taken_at = excluded.taken_at
          where inbox_event.outcome = 'DEAD_LETTERED'
        """,
        event.tenant(),
        event.id(),
        event.source(),
        event.patientId(),
        event.sequence(),
        outcome.name());
  }

  /** Those of the ids that were taken in; a dead letter was not. */
  Set<UUID> among(String tenant, Collection<UUID> ids) {
    return new HashSet<>(
        sql.all(
            """
            select event_id from inbox_event
            where tenant = ? and event_id = any(?::uuid[]) and outcome <> 'DEAD_LETTERED'
            """,
            row -> row.getObject(1, UUID.class),
            tenant,
            ids.stream().map(UUID::toString).toArray(String[]::new)));
  }
}
