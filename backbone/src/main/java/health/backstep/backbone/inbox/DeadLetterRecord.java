package health.backstep.backbone.inbox;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as it goes to its topic: the record as it came, with headers that say why it could
 * not be handled. It always fits the topic: what is too large stays in the table alone, and a
 * header says so.
 */
record DeadLetterRecord(String key, Map<String, String> headers, byte @Nullable [] payload) {

  static final String OWN_HEADERS = "dlq_";

  private static final long LARGEST_HEADERS = 64 * 1024;
  private static final int MOST_HEADERS = 30;
  private static final int LONGEST_HEADER = 500;
  private static final int LONGEST_KEY = 200;

  static DeadLetterRecord of(
      IncomingRecord incoming, Map<String, String> saying, int largestPayload) {
    Map<String, String> headers = new LinkedHashMap<>();
    incoming.headers().entrySet().stream()
        .filter(header -> !header.getKey().startsWith(OWN_HEADERS))
        .filter(header -> incoming.lengthOfHeaders() <= LARGEST_HEADERS || isShort(header))
        .limit(MOST_HEADERS)
        .forEach(header -> headers.put(header.getKey(), header.getValue()));
    headers.putAll(saying);
    boolean fits = incoming.payload() == null || incoming.payload().length <= largestPayload;
    if (!fits) {
      headers.put("dlq_payload_left_out", "true");
    }
    return new DeadLetterRecord(
        incoming.key().length() <= LONGEST_KEY ? incoming.key() : "",
        headers,
        fits ? incoming.payload() : null);
  }

  private static boolean isShort(Map.Entry<String, String> header) {
    return header.getKey().length() + header.getValue().length() <= LONGEST_HEADER;
  }
}
