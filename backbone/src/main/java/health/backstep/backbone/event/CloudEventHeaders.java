package health.backstep.backbone.event;

import health.backstep.wire.UnreadableEvent;
import health.backstep.wire.WrittenTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * CloudEvents 1.0 in Kafka's binary mode: every attribute is a {@code ce_} header, the value is the
 * payload alone.
 */
public final class CloudEventHeaders {

  public static final String SEQUENCE = "ce_sequence";

  private static final String SPEC_VERSION = "1.0";
  private static final String SCHEMA_BASE = "urn:backstep:schema:";

  private CloudEventHeaders() {}

  /** All headers but the sequence, which is given when the event is stored. */
  public static Map<String, String> write(EventEnvelope event) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce_specversion", SPEC_VERSION);
    headers.put("ce_id", event.id().toString());
    headers.put("ce_source", event.source());
    headers.put("ce_type", event.type());
    headers.put("ce_time", event.time().toString());
    headers.put("ce_subject", event.patientId().toString());
    headers.put("ce_dataschema", SCHEMA_BASE + event.type());
    headers.put("ce_tenant", event.tenant());
    headers.put("ce_causationid", event.cause().causationId().toString());
    headers.put("ce_correlationid", event.cause().correlationId().toString());
    if (event.cause().traceparent() != null) {
      headers.put("ce_traceparent", event.cause().traceparent());
    }
    headers.put("content-type", "application/json");
    return headers;
  }

  /**
   * Reads an event from its headers and payload. A trace context that is none is left out.
   *
   * @throws UnreadableEvent naming the header that is missing or malformed
   */
  public static EventEnvelope read(Map<String, String> headers, byte[] data) {
    if (!SPEC_VERSION.equals(required(headers, "ce_specversion"))) {
      throw new UnreadableEvent("header ce_specversion is not " + SPEC_VERSION);
    }
    Cause cause =
        new Cause(
            uuid(headers, "ce_causationid"),
            uuid(headers, "ce_correlationid"),
            TraceParent.known(headers.get("ce_traceparent")).orElse(null));
    return new EventEnvelope(
        uuid(headers, "ce_id"),
        required(headers, "ce_source"),
        required(headers, "ce_type"),
        time(headers),
        uuid(headers, "ce_subject"),
        required(headers, "ce_tenant"),
        sequence(headers),
        cause,
        data);
  }

  private static String required(Map<String, String> headers, String name) {
    String value = headers.get(name);
    if (value == null || value.isBlank()) {
      throw new UnreadableEvent("header " + name + " is missing");
    }
    return value;
  }

  private static UUID uuid(Map<String, String> headers, String name) {
    try {
      return UUID.fromString(required(headers, name));
    } catch (IllegalArgumentException e) {
      throw new UnreadableEvent("header " + name + " is not a UUID", e);
    }
  }

  private static Instant time(Map<String, String> headers) {
    try {
      return WrittenTime.read(required(headers, "ce_time"), Instant::parse);
    } catch (DateTimeException e) {
      throw new UnreadableEvent("header ce_time is not a time", e);
    }
  }

  private static long sequence(Map<String, String> headers) {
    try {
      long sequence = Long.parseLong(required(headers, SEQUENCE));
      if (sequence >= 1) {
        return sequence;
      }
      throw new UnreadableEvent("header ce_sequence is below 1");
    } catch (NumberFormatException e) {
      throw new UnreadableEvent("header ce_sequence is not a number", e);
    }
  }
}
