package health.backstep.backbone.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The tables from which rows go when they are past their time, and what of them may go. */
enum Expiring {
  /**
   * Sent events: an unsent one has no age here. The last state of each subject stays for ever,
   * because nothing else could restore its topic; and all of a topic while it is sent again.
   */
  OUTBOX(
      "outbox",
      "tenant, position",
      "sent_at",
      """
      (not state or exists (
        select from outbox later
        where later.state and later.tenant = old.tenant and later.topic = old.topic
          and later.record_key = old.record_key and later.position > old.position))
      and not exists (
        select from rebuild where rebuild.topic = old.topic and rebuild.finished_at is null)"""),
  INBOX("inbox_event", "tenant, event_id", "taken_at", "true"),
  IDEMPOTENCY("idempotency", "tenant, client, key", "created_at", "true"),
  /** One that nobody has dealt with stays. */
  DEAD_LETTER("dead_letter", "tenant, id", "arrived_at", "state <> 'OPEN'"),
  OPERATION("operation", "id", "at", "true");

  /**
   * What one statement did.
   *
   * @param removed rows that went, not more than it was to look at
   * @param lookedUpTo where the next statement goes on; empty when nothing older is left
   */
  record Step(int removed, Optional<Instant> lookedUpTo) {}

  /** The next step begins at the last instant, of which there may be more rows. */
  private static final String REMOVE =
      """
      with old as (
        select * from %1$s where %3$s >= ? and %3$s < ? order by %3$s limit ?),
      removed as (
        delete from %1$s where (%2$s) in (select %2$s from old where %4$s) returning 1)
      select (select count(*) from removed), (select count(*) from old), (select max(%3$s) from old)
      """;

  private final String table;
  private final String key;
  private final String since;
  private final String removable;

  Expiring(String table, String key, String since, String removable) {
    this.table = table;
    this.key = key;
    this.since = since;
    this.removable = removable;
  }

  String table() {
    return table;
  }

  Duration lifetime(RetentionConfig config) {
    return switch (this) {
      case OUTBOX -> config.outbox();
      case INBOX -> config.inbox();
      case IDEMPOTENCY -> config.idempotency();
      case DEAD_LETTER -> config.deadLetter();
      case OPERATION -> config.operation();
    };
  }

  /** Looks at the oldest rows from the first instant on and removes those that may go. */
  Step remove(Connection connection, Instant from, Instant before, int rows) throws SQLException {
    try (PreparedStatement removal =
        connection.prepareStatement(REMOVE.formatted(table, key, since, removable))) {
      removal.setObject(1, from.atOffset(ZoneOffset.UTC));
      removal.setObject(2, before.atOffset(ZoneOffset.UTC));
      removal.setInt(3, rows);
      try (ResultSet done = removal.executeQuery()) {
        done.next();
        int removed = done.getInt(1);
        return done.getInt(2) < rows
            ? new Step(removed, Optional.empty())
            : new Step(
                removed,
                Optional.of(
                    next(from, done.getObject(3, OffsetDateTime.class).toInstant(), removed)));
      }
    }
  }

  /** Past an instant of which so many rows stay that a step sees no others. */
  private static Instant next(Instant from, Instant last, int removed) {
    return removed == 0 && last.equals(from) ? last.plusNanos(1_000) : last;
  }
}
