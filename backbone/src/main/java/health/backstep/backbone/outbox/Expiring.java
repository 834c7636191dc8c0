package health.backstep.backbone.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The tables from which rows go when they are past their time, and what of them may go. */
enum Expiring {
  /**
   * Sent events: an unsent one has no age here. The last state of each subject stays for ever,
   * because nothing else could restore its topic.
   */
  OUTBOX(
      "outbox",
      "sent_at",
      """
      not state or exists (
        select from outbox later
        where later.state and later.tenant = old.tenant and later.topic = old.topic
          and later.record_key = old.record_key and later.position > old.position)"""),
  INBOX("inbox_event", "taken_at", "true"),
  IDEMPOTENCY("idempotency", "created_at", "true"),
  /** One that nobody has dealt with stays. */
  DEAD_LETTER("dead_letter", "arrived_at", "state <> 'OPEN'");

  /**
   * What one statement did.
   *
   * @param removed rows that went
   * @param lookedUpTo where the next statement goes on; empty when nothing older is left
   */
  record Step(int removed, Optional<Instant> lookedUpTo) {}

  /** Rows of one and the same instant go together, so that the next step misses none. */
  private static final String REMOVE =
      """
      with old as (
        select *, ctid as place from %1$s where %2$s > ? and %2$s < ?
        order by %2$s fetch first %4$d rows with ties),
      removed as (
        delete from %1$s where ctid = any (array(select place from old where %3$s)) returning 1)
      select (select count(*) from removed), (select max(%2$s) from old)
      """;

  private final String table;
  private final String since;
  private final String removable;

  Expiring(String table, String since, String removable) {
    this.table = table;
    this.since = since;
    this.removable = removable;
  }

  String table() {
    return table;
  }

  /** Looks at the oldest rows between the two instants and removes those that may go. */
  Step remove(Connection connection, Instant after, Instant before, int rows) throws SQLException {
    try (PreparedStatement removal =
        connection.prepareStatement(REMOVE.formatted(table, since, removable, rows))) {
      removal.setObject(1, after.atOffset(ZoneOffset.UTC));
      removal.setObject(2, before.atOffset(ZoneOffset.UTC));
      try (ResultSet done = removal.executeQuery()) {
        done.next();
        return new Step(
            done.getInt(1),
            Optional.ofNullable(done.getObject(2, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant));
      }
    }
  }
}
