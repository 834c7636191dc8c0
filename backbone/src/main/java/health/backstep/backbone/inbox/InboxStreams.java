package health.backstep.backbone.inbox;

import health.backstep.backbone.event.EventEnvelope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * How far each stream has been taken in. Every call belongs to the running tenant's transaction.
 */
@ApplicationScoped
class InboxStreams {

  private final InboxSql sql;

  InboxStreams(InboxSql sql) {
    this.sql = sql;
  }

  /**
   * Locks the stream until the transaction ends.
   *
   * @return nothing when the patient is at home with another tenant or was erased; then nothing is
   *     written. A patient of whom nothing was taken in yet may be at home anywhere
   */
  Optional<Position> lock(EventStream stream) {
    return sql.first(
        """
        insert into inbox_stream (tenant, source, patient_id, last_sequence)
        select named.tenant, named.source, named.patient_id, 0
        from (select ?::text as tenant, ?::text as source, ?::uuid as patient_id) named
        where not is_erased(named.patient_id)
          and coalesce(home_of(named.patient_id) = named.tenant, true)
        on conflict (tenant, source, patient_id)
          do update set last_sequence = inbox_stream.last_sequence
        returning last_sequence, (
          select p.headers ->> 'ce_id' from inbox_parked p
          where (p.tenant, p.source, p.patient_id, p.sequence)
              = (inbox_stream.tenant, inbox_stream.source, inbox_stream.patient_id,
                 inbox_stream.last_sequence + 1))
        """,
        row -> new Position(row.getLong(1), Optional.ofNullable(row.getString(2))),
        stream.tenant(),
        stream.source(),
        stream.patientId());
  }

  /**
   * Notes the event as the stream's latest, and no longer parked if it was. An event that is taken
   * in settles a new patient with its tenant; a dead letter proves nothing.
   *
   * @return {@link Noted#ID_KNOWN} also when the patient is at home elsewhere by now
   */
  Noted note(EventEnvelope event, InboxOutcome outcome) {
    return sql.first(
            """
            with noted as (
              insert into inbox_event (tenant, event_id, source, patient_id, sequence, outcome)
              select n.* from (values (?::text, ?::uuid, ?::text, ?::uuid, ?::bigint, ?::text))
                n (tenant, event_id, source, patient_id, sequence, outcome)
              where n.outcome = 'DEAD_LETTERED' or is_home(n.patient_id, n.tenant)
              on conflict do nothing
              returning tenant, source, patient_id, sequence),
            unparked as (
              delete from inbox_parked p using noted n
              where (p.tenant, p.source, p.patient_id, p.sequence)
                  = (n.tenant, n.source, n.patient_id, n.sequence))
            update inbox_stream s set last_sequence = n.sequence from noted n
            where (s.tenant, s.source, s.patient_id) = (n.tenant, n.source, n.patient_id)
            returning exists (
              select 1 from inbox_parked p
              where (p.tenant, p.source, p.patient_id, p.sequence)
                  = (n.tenant, n.source, n.patient_id, n.sequence + 1))
            """,
            row -> row.getBoolean(1) ? Noted.SUCCESSOR_PARKED : Noted.LATEST,
            event.tenant(),
            event.id(),
            event.source(),
            event.patientId(),
            event.sequence(),
            outcome.name())
        .orElse(Noted.ID_KNOWN);
  }

  /** Whether the stream's patient was erased. */
  boolean isErased(EventStream stream) {
    return sql.first("select is_erased(?)", row -> row.getBoolean(1), stream.patientId())
        .orElseThrow();
  }

  /** Settles the patient as {@link #note} does; false when that is with another tenant already. */
  boolean isHomeOf(EventStream stream) {
    return sql.first(
            "select is_home(?, ?)", row -> row.getBoolean(1), stream.patientId(), stream.tenant())
        .orElseThrow();
  }

  /** Lets the stream go on past a number whose event is noted elsewhere or given up. */
  void goPast(EventStream stream, long sequence) {
    sql.update(
        """
        with unparked as (
          delete from inbox_parked
          where tenant = ? and source = ? and patient_id = ? and sequence = ?)
        update inbox_stream set last_sequence = ?
        where tenant = ? and source = ? and patient_id = ?
        """,
        stream.tenant(),
        stream.source(),
        stream.patientId(),
        sequence,
        sequence,
        stream.tenant(),
        stream.source(),
        stream.patientId());
  }
}
