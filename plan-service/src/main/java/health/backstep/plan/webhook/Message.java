package health.backstep.plan.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a receiver gets.
 *
 * @param id the same however often it is sent, so that a receiver can tell repetitions
 * @param json the body, to the byte the same however often it is sent
 */
public record Message(String id, String json) {

  /** The dot parts the signed text, so an id must not have one. */
  public Message {
    if (id.indexOf('.') >= 0) {
      throw new IllegalArgumentException("an id has no dot");
    }
  }

  public byte[] body() {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The headers by which a receiver knows the message, its time and its sender.
   *
   * @param secrets one signature for each, so that a receiver can go from one secret to the next
   */
  public Map<String, String> headers(List<SigningSecret> secrets, Instant at) {
    return Map.of(
        "webhook-id",
        id,
        "webhook-timestamp",
        Long.toString(at.getEpochSecond()),
        "webhook-signature",
        secrets.stream().map(secret -> secret.sign(this, at)).collect(Collectors.joining(" ")));
  }
}
