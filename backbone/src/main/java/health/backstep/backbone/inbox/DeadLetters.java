package health.backstep.backbone.inbox;

import health.backstep.backbone.outbox.Outbox;
import health.backstep.backbone.tenancy.AfterCommit;
import health.backstep.backbone.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Puts aside what cannot be handled: as a row of the operator's working list, and as it came, with
 * the reason in its headers, on the dead-letter topic. Both happen in the running transaction.
 */
@ApplicationScoped
public class DeadLetters {

  private static final String VERSION = ".v1";

  private final InboxSql sql;
  private final Outbox outbox;
  private final AfterCommit afterCommit;
  private final DeadLetterCount count;
  private final Clock clock;
  private final InboxConfig config;
  private final String consumer;

  DeadLetters(
      InboxSql sql,
      Outbox outbox,
      AfterCommit afterCommit,
      DeadLetterCount count,
      Clock clock,
      InboxConfig config,
      @ConfigProperty(name = "quarkus.application.name") String consumer) {
    this.sql = sql;
    this.outbox = outbox;
    this.afterCommit = afterCommit;
    this.count = count;
    this.clock = clock;
    this.config = config;
    this.consumer = consumer;
  }

  /** {@code pt.plan.events.v1} becomes {@code pt.plan.events.dlq.v1}. */
  public static String topicFor(String topic) {
    return topic.substring(0, topic.length() - VERSION.length()) + ".dlq" + VERSION;
  }

  /** Puts a record aside; the same record that is read again is put aside once. */
  void put(IncomingRecord incoming, DeadLetterCause cause, String reason) {
    UUID id = idOf(incoming);
    if (!store(id, incoming, cause, reason)) {
      return;
    }
    DeadLetterRecord letter =
        DeadLetterRecord.of(incoming, headers(id, incoming, cause, reason), config.largestRecord());
    outbox.appendDeadLetter(
        id, topicFor(incoming.topic()), letter.key(), letter.headers(), letter.payload());
    afterCommit.run(() -> count.add(incoming.topic(), cause));
  }

  private boolean store(UUID id, IncomingRecord incoming, DeadLetterCause cause, String reason) {
    return sql.update(
            """
            insert into dead_letter
              (tenant, id, topic, partition, record_offset, record_key, headers, payload, cause, reason)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?) on conflict do nothing
            """,
            TenantTransaction.current().name(),
            id,
            incoming.topic(),
            incoming.partition(),
            incoming.offset(),
            incoming.key(),
            sql.write(incoming.headers()),
            incoming.payload(),
            cause.name(),
            reason)
        == 1;
  }

  private Map<String, String> headers(
      UUID id, IncomingRecord incoming, DeadLetterCause cause, String reason) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("dlq_id", id.toString());
    headers.put("dlq_cause", cause.name());
    headers.put("dlq_reason", reason);
    headers.put("dlq_topic", incoming.topic());
    headers.put("dlq_partition", Integer.toString(incoming.partition()));
    headers.put("dlq_offset", Long.toString(incoming.offset()));
    headers.put("dlq_consumer", consumer);
    headers.put("dlq_time", clock.instant().toString());
    return headers;
  }

  /**
   * Follows from the record and its place, so that a record without a readable id of its own is
   * known again when it is read twice. The place alone would not do: a topic that was lost and made
   * anew counts its places from 0.
   */
  private UUID idOf(IncomingRecord incoming) {
    byte[] place =
        String.join(
                "\n",
                consumer,
                incoming.topic(),
                Integer.toString(incoming.partition()),
                Long.toString(incoming.offset()),
                incoming.key(),
                sql.write(incoming.headers()))
            .getBytes(StandardCharsets.UTF_8);
    byte[] payload = incoming.payload() == null ? new byte[0] : incoming.payload();
    return UUID.nameUUIDFromBytes(
        ByteBuffer.allocate(place.length + payload.length).put(place).put(payload).array());
  }
}
