package health.backstep.backbone.inbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** A record as it came, before anything in it is believed. */
record IncomingRecord(String topic, String key, Map<String, String> headers, byte[] payload) {

  static IncomingRecord of(ConsumerRecord<byte[], byte[]> incoming) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : incoming.headers()) {
      headers.put(header.key(), text(header.value()));
    }
    return new IncomingRecord(incoming.topic(), text(incoming.key()), headers, incoming.value());
  }

  private static String text(byte[] value) {
    return value == null ? "" : new String(value, StandardCharsets.UTF_8).replace("\0", "");
  }
}
