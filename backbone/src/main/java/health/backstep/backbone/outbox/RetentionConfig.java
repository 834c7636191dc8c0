package health.backstep.backbone.outbox;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/**
 * How long rows are kept that have done their work, and at what pace they are removed then. What
 * counts is the time in which the service was there, see {@link Presence}. docs/retention.md has
 * the lifetimes of all tables.
 */
@ConfigMapping(prefix = "backstep.retention")
public interface RetentionConfig {

  /** How often rows that are past their time are looked for. */
  Duration interval();

  /** Rows looked at in one statement. */
  int step();

  /** A breath between two statements, which leaves the database to others. */
  Duration pause();

  /**
   * Sent events. Longer than the topics keep them (90 days), so that a service that was away longer
   * than that can still be sent everything again.
   */
  Duration outbox();

  /**
   * Ids of events that were taken in. Longer than an event can come again: the topics keep it 90
   * days, the outbox 180, and the dead-letter topics 365.
   */
  Duration inbox();

  /**
   * Answers by idempotency key: longer than any client goes on repeating a request. After that the
   * key is a new one.
   */
  Duration idempotency();

  /** Dead letters that were replayed or discarded: as long as their topics keep them. */
  Duration deadLetter();

  /** Lines of the audit log; the database refuses to remove any before it is a year old. */
  Duration audit();

  /** What operators did by command: as long as what others did. */
  Duration operation();
}
