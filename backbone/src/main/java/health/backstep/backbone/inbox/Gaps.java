package health.backstep.backbone.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Numbers that a stream went past without an effect. An event that carries one of them is taken in
 * late, once. Every call belongs to the running tenant's transaction, with the stream locked.
 */
@ApplicationScoped
class Gaps {

  /** Why the stream went on. */
  enum Because {
    /** Nothing with the number came within the limit. */
    MISSING,
    /** Only a record that could not be handled came with the number. */
    DEAD_LETTER
  }

  private record Gap(long from, long to, Because because) {}

  private final InboxSql sql;

  Gaps(InboxSql sql) {
    this.sql = sql;
  }

  void open(EventStream stream, long from, long to, Because because) {
    sql.update(
        """
        insert into inbox_gap (tenant, source, patient_id, from_seq, to_seq, because)
        values (?, ?, ?, ?, ?, ?) on conflict do nothing
        """,
        stream.tenant(),
        stream.source(),
        stream.patientId(),
        from,
        to,
        because.name());
  }

  /** Takes a number out of the gap that it lies in; false when it lies in none. */
  boolean close(EventStream stream, long sequence) {
    Optional<Gap> found =
        sql.first(
            """
            delete from inbox_gap
            where tenant = ? and source = ? and patient_id = ? and ? between from_seq and to_seq
            returning from_seq, to_seq, because
            """,
            row -> new Gap(row.getLong(1), row.getLong(2), Because.valueOf(row.getString(3))),
            stream.tenant(),
            stream.source(),
            stream.patientId(),
            sequence);
    found.ifPresent(gap -> keepRest(stream, gap, sequence));
    return found.isPresent();
  }

  private void keepRest(EventStream stream, Gap gap, long sequence) {
    if (gap.from() < sequence) {
      open(stream, gap.from(), sequence - 1, gap.because());
    }
    if (gap.to() > sequence) {
      open(stream, sequence + 1, gap.to(), gap.because());
    }
  }
}
