package health.backstep.faults.nemesis;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * A way in which a record cannot be read.
 *
 * @param name for people
 * @param breaking what makes it of a whole record
 */
record Poison(String name, UnaryOperator<ProducerRecord<byte[], byte[]>> breaking) {

  /** Broken in key or headers: never taken for a sequence of the patient, also of a real one. */
  static final List<Poison> OF_THE_ENVELOPE =
      List.of(
          headers("no headers at all", Poison::removeAll),
          without("ce_specversion"),
          without(Wire.ID),
          with(Wire.ID, "not-a-uuid"),
          headers("ce_id without a value", headers -> setNull(headers, Wire.ID)),
          without("ce_source"),
          without(Wire.TYPE),
          with("ce_time", "yesterday"),
          without("ce_time"),
          without(Wire.SUBJECT),
          with(Wire.SUBJECT, "7"),
          with(Wire.SUBJECT, new UUID(0, 7).toString()),
          without(Wire.TENANT),
          with(Wire.TENANT, "../Another Clinic"),
          without(Wire.SEQUENCE),
          with(Wire.SEQUENCE, "0"),
          with(Wire.SEQUENCE, "-7"),
          with(Wire.SEQUENCE, "99999999999999999999"),
          with(Wire.SEQUENCE, "next"),
          with("ce_causationid", "nobody"),
          without("ce_correlationid"),
          new Poison("null key", event -> keyed(event, null)),
          new Poison("key of another patient", event -> keyed(event, Wire.utf8("another"))),
          new Poison("key that is no text", event -> keyed(event, new byte[] {(byte) 0xff, 0, 7})));

  /** Broken in the payload: takes a sequence, so only for patients who do not exist. */
  static final List<Poison> OF_THE_PAYLOAD =
      Stream.of(
              "",
              "no JSON",
              "{\"cut\": [1, 2",
              "[]",
              "7",
              "{}",
              "{\"patientId\": 7}",
              "[".repeat(50_000),
              "\0\1\2")
          .map(text -> payload("payload " + text.substring(0, Math.min(12, text.length())), text))
          .toList();

  static final Poison NULL_PAYLOAD = new Poison("null payload", event -> valued(event, null));

  private static Poison without(String header) {
    return headers("no " + header, headers -> headers.remove(header));
  }

  private static Poison with(String header, String value) {
    return headers(header + " = " + value, headers -> Wire.set(headers, header, value));
  }

  private static Poison headers(String name, Consumer<Headers> breaking) {
    return new Poison(
        name,
        event -> {
          breaking.accept(event.headers());
          return event;
        });
  }

  private static Poison payload(String name, String text) {
    return new Poison(name, event -> valued(event, Wire.utf8(text)));
  }

  private static void removeAll(Headers headers) {
    for (Header header : headers.toArray()) {
      headers.remove(header.key());
    }
  }

  private static void setNull(Headers headers, String name) {
    headers.remove(name);
    headers.add(new RecordHeader(name, null));
  }

  private static ProducerRecord<byte[], byte[]> keyed(
      ProducerRecord<byte[], byte[]> event, byte[] key) {
    return new ProducerRecord<>(event.topic(), null, key, event.value(), event.headers());
  }

  private static ProducerRecord<byte[], byte[]> valued(
      ProducerRecord<byte[], byte[]> event, byte[] value) {
    return new ProducerRecord<>(event.topic(), null, event.key(), value, event.headers());
  }
}
