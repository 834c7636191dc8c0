package health.backstep.security.fuzz.events;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record while it is being spoilt.
 *
 * <p>What is taken from it goes out as it stands.
 */
public final class Event {

  final Map<String, byte @Nullable []> headers = new LinkedHashMap<>();
  final String type;
  byte @Nullable [] key;
  byte @Nullable [] value;

  /** Whether it may still be taken in its place: its headers are as they were. */
  boolean keepsItsPlace = true;

  private final String topic;
  private final long number;
  private String how = "";

  Event(long number, String type, Stranger stranger, long sequence, UUID id, byte[] value) {
    this.number = number;
    this.type = type;
    this.value = value;
    String service = type.split("\\.", 3)[1];
    this.topic = "pt." + service + ".events.v1";
    this.key = utf8(stranger.patient().toString());
    put("ce_specversion", "1.0");
    put("ce_id", id.toString());
    put("ce_source", "/" + service + "-service");
    put("ce_type", type);
    put("ce_time", stranger.time().toString());
    put("ce_subject", stranger.patient().toString());
    put("ce_dataschema", "urn:backstep:schema:" + type);
    put("ce_tenant", stranger.tenant());
    put("ce_sequence", Long.toString(sequence));
    put("ce_causationid", new UUID(id.getLeastSignificantBits(), 1).toString());
    put("ce_correlationid", new UUID(id.getLeastSignificantBits(), 2).toString());
    put("content-type", "application/json");
  }

  /** Which of its seed, from 0. */
  public long number() {
    return number;
  }

  public String topic() {
    return topic;
  }

  public byte @Nullable [] key() {
    return key;
  }

  public byte @Nullable [] value() {
    return value;
  }

  /** In the order in which they go out; a value may be missing. */
  public Map<String, byte @Nullable []> headers() {
    return headers;
  }

  public String type() {
    return type;
  }

  /** What was done to it, for people; empty for a whole one. */
  public String how() {
    return how;
  }

  void say(String more) {
    how = how.isEmpty() ? more : how + ", " + more;
  }

  void put(String name, String text) {
    headers.put(name, utf8(text));
  }

  /** A header as text; empty when there is none. */
  public String header(String name) {
    byte[] bytes = headers.get(name);
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }

  List<String> names() {
    return List.copyOf(headers.keySet());
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
