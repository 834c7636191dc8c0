package health.backstep.backbone.inbox;

import health.backstep.backbone.event.EventEnvelope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * What {@link InboxStreams} does for one event, for many of a tenant by one statement each. Every
 * call belongs to the running tenant's transaction.
 */
@ApplicationScoped
class StreamsTogether {

  private record Locked(EventStream stream, long last, boolean hasParked) {}

  private final InboxSql sql;

  StreamsTogether(InboxSql sql) {
    this.sql = sql;
  }

  /**
   * Locks the streams in their order, each of which is named once; the erasures' locks come before
   * all of the rows'.
   *
   * @return how far they have been taken in, without those that need a closer look: of erased and
   *     of foreign patients, and those of which anything is parked
   */
  Map<EventStream, Long> lock(String tenant, Collection<EventStream> streams) {
    Map<EventStream, Long> last = new HashMap<>();
    sql
        .all(
            """
            insert into inbox_stream (tenant, source, patient_id, last_sequence)
            select named.tenant, named.source, named.patient_id, 0
            from (
              select ?::text as tenant, n.* from unnest(?::text[], ?::uuid[])
                with ordinality n (source, patient_id, place)) named
            where not is_erased(named.patient_id)
              and coalesce(home_of(named.patient_id) = named.tenant, true)
            order by named.place
            on conflict (tenant, source, patient_id)
              do update set last_sequence = inbox_stream.last_sequence
            returning source, patient_id, last_sequence, exists (
              select 1 from inbox_parked p
              where (p.tenant, p.source, p.patient_id)
                  = (inbox_stream.tenant, inbox_stream.source, inbox_stream.patient_id))
            """,
            row ->
                new Locked(
                    new EventStream(tenant, row.getString(1), row.getObject(2, UUID.class)),
                    row.getLong(3),
                    row.getBoolean(4)),
            tenant,
            texts(streams, EventStream::source),
            texts(streams, EventStream::patientId))
        .stream()
        .filter(locked -> !locked.hasParked())
        .forEach(locked -> last.put(locked.stream(), locked.last()));
    return last;
  }

  /**
   * Notes events as their streams' next ones, without a gap; the streams are locked.
   *
   * @return how many; if they are fewer than were given, an id is known or a patient is at home
   *     elsewhere by now, and the transaction has to be rolled back
   */
  int note(String tenant, List<EventEnvelope> events, List<InboxOutcome> outcomes) {
    return sql.first(
            """
            with noted as (
              insert into inbox_event (tenant, event_id, source, patient_id, sequence, outcome)
              select ?::text, n.* from unnest(
                ?::uuid[], ?::text[], ?::uuid[], ?::bigint[], ?::text[])
                n (event_id, source, patient_id, sequence, outcome)
              where is_home(n.patient_id, ?)
              on conflict do nothing
              returning tenant, source, patient_id, sequence),
            reached as (
              select n.tenant, n.source, n.patient_id, max(n.sequence) as sequence
              from noted n group by n.tenant, n.source, n.patient_id),
            moved as (
              update inbox_stream s set last_sequence = r.sequence from reached r
              where (s.tenant, s.source, s.patient_id) = (r.tenant, r.source, r.patient_id))
            select count(*) from noted
            """,
            row -> row.getInt(1),
            tenant,
            texts(events, EventEnvelope::id),
            texts(events, EventEnvelope::source),
            texts(events, EventEnvelope::patientId),
            texts(events, EventEnvelope::sequence),
            texts(outcomes, InboxOutcome::name),
            tenant)
        .orElseThrow();
  }

  private static <T> String[] texts(Collection<T> things, Function<T, Object> part) {
    return things.stream().map(part).map(Object::toString).toArray(String[]::new);
  }
}
