package health.backstep.backbone.inbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A record as it came, before anything in it is believed. */
record IncomingRecord(
    String topic,
    int partition,
    long offset,
    String key,
    Map<String, String> headers,
    byte @Nullable [] payload) {

  private static final String REPLAY_OF = "dlq_replay";
  private static final String REPLAY_FOR = "dlq_consumer";

  static IncomingRecord of(ConsumerRecord<byte[], byte[]> incoming) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : incoming.headers()) {
      headers.put(storable(header.key()), text(header.value()));
    }
    return new IncomingRecord(
        incoming.topic(),
        incoming.partition(),
        incoming.offset(),
        text(incoming.key()),
        headers,
        incoming.value());
  }

  /** Bytes, about as many as Kafka counts. */
  long size() {
    return length(key) + lengthOfHeaders() + (payload == null ? 0 : payload.length);
  }

  long lengthOfHeaders() {
    return headers.entrySet().stream()
        .mapToLong(header -> length(header.getKey()) + length(header.getValue()))
        .sum();
  }

  /** Whether an operator sent a dead letter of this service again. */
  boolean isReplayedFor(String service) {
    return headers.containsKey(REPLAY_OF) && service.equals(headers.get(REPLAY_FOR));
  }

  /** Whether an operator sent a dead letter of another service again. */
  boolean isReplayedForAnotherThan(String service) {
    return headers.containsKey(REPLAY_OF) && !service.equals(headers.get(REPLAY_FOR));
  }

  private static long length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String text(byte @Nullable [] value) {
    return value == null ? "" : storable(new String(value, StandardCharsets.UTF_8));
  }

  /** The database keeps every character but this one. */
  private static String storable(String text) {
    return text.replace("\0", "");
  }
}
