package health.backstep.backbone.inbox;

import health.backstep.backbone.event.EventEnvelope;
import health.backstep.backbone.outbox.Presence;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Events that came early. Every call belongs to the running tenant's transaction. */
@ApplicationScoped
class ParkedEvents {

  private final InboxSql sql;
  private final Presence presence;

  ParkedEvents(InboxSql sql, Presence presence) {
    this.sql = sql;
    this.presence = presence;
  }

  /**
   * Keeps an early event until its predecessors have come.
   *
   * @return false when an event is parked with its number already
   */
  boolean park(ReadEvent early) {
    EventEnvelope event = early.event();
    IncomingRecord record = early.record();
    return sql.update(
            """
            insert into inbox_parked
              (tenant, source, patient_id, sequence, topic, partition, record_offset, headers, payload)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?) on conflict do nothing
            """,
            event.tenant(),
            event.source(),
            event.patientId(),
            event.sequence(),
            record.topic(),
            record.partition(),
            record.offset(),
            sql.write(record.headers()),
            record.payload())
        == 1;
  }

  /** Whether this very event is parked with its number. */
  boolean holds(EventEnvelope event) {
    return sql.first(
            """
            select 1 from inbox_parked
            where tenant = ? and source = ? and patient_id = ? and sequence = ?
              and headers ->> 'ce_id' = ?
            """,
            row -> true,
            event.tenant(),
            event.source(),
            event.patientId(),
            event.sequence(),
            event.id().toString())
        .isPresent();
  }

  /** The stream's next event, if it came early and waits. */
  Optional<IncomingRecord> next(EventStream stream) {
    return sql.first(
        """
        select p.topic, p.partition, p.record_offset, p.headers, p.payload
        from inbox_parked p join inbox_stream s using (tenant, source, patient_id)
        where tenant = ? and source = ? and patient_id = ? and p.sequence = s.last_sequence + 1
        """,
        row -> read(stream, row),
        stream.tenant(),
        stream.source(),
        stream.patientId());
  }

  /** All of the stream, in order. */
  List<IncomingRecord> all(EventStream stream) {
    return sql.all(
        """
        select topic, partition, record_offset, headers, payload from inbox_parked
        where tenant = ? and source = ? and patient_id = ? order by sequence
        """,
        row -> read(stream, row),
        stream.tenant(),
        stream.source(),
        stream.patientId());
  }

  void forget(EventStream stream) {
    sql.update(
        "delete from inbox_parked where tenant = ? and source = ? and patient_id = ?",
        stream.tenant(),
        stream.source(),
        stream.patientId());
  }

  /** The lowest number parked, if the event that waits longest has waited longer than the limit. */
  Optional<Long> firstOfOverdue(EventStream stream, Duration limit) {
    return sql.first(
        """
        select min(sequence) from inbox_parked
        where tenant = ? and source = ? and patient_id = ?
        having min(parked_at) < clock_timestamp() - ? * interval '1 millisecond'
        """,
        row -> row.getLong(1),
        stream.tenant(),
        stream.source(),
        stream.patientId(),
        presence.span(limit).toMillis());
  }

  private IncomingRecord read(EventStream stream, ResultSet row) throws SQLException {
    return new IncomingRecord(
        row.getString(1),
        row.getInt(2),
        row.getLong(3),
        stream.patientId().toString(),
        sql.read(row.getString(4)),
        row.getBytes(5));
  }
}
