package health.backstep.analytics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record of an event topic: its attributes from the {@code ce_} headers, its payload as JSON.
 *
 * @param type name and version
 * @param tenant the partner that the patient belongs to
 * @param sequence number of the event in its stream, from 1
 * @param time when the event was decided
 */
record Event(
    EventStream stream, String type, String tenant, long sequence, Instant time, JsonNode data) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A record that is no event of the contract; the message names the place, never a value. */
  static final class Unreadable extends Exception {
    Unreadable(String message) {
      super(message);
    }
  }

  /** Reads a record; headers and fields that are not known are passed over. */
  static Event of(ConsumerRecord<byte[], byte[]> received) throws Unreadable {
    try {
      return new Event(
          new EventStream(
              header(received, "ce_source"), UUID.fromString(header(received, "ce_subject"))),
          header(received, "ce_type"),
          header(received, "ce_tenant"),
          Long.parseUnsignedLong(header(received, "ce_sequence")),
          Instant.parse(header(received, "ce_time")),
          payload(received.value()));
    } catch (RuntimeException e) {
      throw new Unreadable("a ce_ header does not fit");
    }
  }

  /** A text of the payload. */
  String text(String field) throws Unreadable {
    JsonNode value = data.path(field);
    if (!value.isTextual()) {
      throw new Unreadable("/" + field + " is no text");
    }
    return value.asText();
  }

  int number(String field) throws Unreadable {
    JsonNode value = data.path(field);
    if (!value.isInt()) {
      throw new Unreadable("/" + field + " is no whole number");
    }
    return value.asInt();
  }

  /** A time of the payload. */
  Instant instant(String field) throws Unreadable {
    try {
      return OffsetDateTime.parse(text(field)).toInstant();
    } catch (RuntimeException e) {
      throw new Unreadable("/" + field + " is no time");
    }
  }

  boolean has(String field) {
    return data.hasNonNull(field);
  }

  private static String header(ConsumerRecord<byte[], byte[]> received, String name)
      throws Unreadable {
    Header header = received.headers().lastHeader(name);
    if (header == null || header.value() == null) {
      throw new Unreadable("header " + name + " is missing");
    }
    return new String(header.value(), StandardCharsets.UTF_8);
  }

  private static JsonNode payload(byte[] value) throws Unreadable {
    try {
      JsonNode json = JSON.readTree(value == null ? new byte[0] : value);
      if (json.isObject()) {
        return json;
      }
    } catch (IOException e) {
      // falls through: the reason may quote the payload
    }
    throw new Unreadable("the payload is no JSON object");
  }
}
