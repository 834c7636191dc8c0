package health.backstep.faults.nemesis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.record.AbstractRecords;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.RecordBatch;

/** Records as they stand on a topic. */
final class Wire {

  static final String TENANT = "ce_tenant";
  static final String SUBJECT = "ce_subject";
  static final String ID = "ce_id";
  static final String TYPE = "ce_type";
  static final String SEQUENCE = "ce_sequence";

  private Wire() {}

  /** The same record once more. */
  static ProducerRecord<byte[], byte[]> copy(ConsumerRecord<byte[], byte[]> original) {
    List<Header> headers = new ArrayList<>();
    original.headers().forEach(headers::add);
    return new ProducerRecord<>(original.topic(), null, original.key(), original.value(), headers);
  }

  /** A whole event of a patient who does not exist. */
  static ProducerRecord<byte[], byte[]> madeUp(
      EventTopic topic, String type, String tenant, RandomGenerator random) {
    UUID patient = uuid(random);
    return madeUp(topic, type, tenant, patient, 1, random);
  }

  static ProducerRecord<byte[], byte[]> madeUp(
      EventTopic topic,
      String type,
      String tenant,
      UUID patient,
      long sequence,
      RandomGenerator random) {
    List<Header> headers = new ArrayList<>();
    headers.add(header("ce_specversion", "1.0"));
    headers.add(header(ID, uuid(random).toString()));
    headers.add(header("ce_source", topic.source()));
    headers.add(header(TYPE, type));
    headers.add(header("ce_time", "2026-11-21T12:00:00Z"));
    headers.add(header(SUBJECT, patient.toString()));
    headers.add(header("ce_dataschema", "urn:backstep:schema:" + type));
    headers.add(header(TENANT, tenant));
    headers.add(header(SEQUENCE, Long.toString(sequence)));
    headers.add(header("ce_causationid", uuid(random).toString()));
    headers.add(header("ce_correlationid", uuid(random).toString()));
    headers.add(header("content-type", "application/json"));
    return new ProducerRecord<>(topic.topic(), null, utf8(patient.toString()), utf8("{}"), headers);
  }

  /** Bytes that it takes on a topic at most, alone in its batch. */
  static int largestSizeOf(ProducerRecord<byte[], byte[]> event) {
    return AbstractRecords.estimateSizeInBytesUpperBound(
        RecordBatch.CURRENT_MAGIC_VALUE,
        CompressionType.NONE,
        event.key(),
        event.value(),
        event.headers().toArray());
  }

  static void set(Headers headers, String name, String value) {
    headers.remove(name);
    headers.add(header(name, value));
  }

  static String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? ""
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** From the seed, so that a run can be repeated. */
  static UUID uuid(RandomGenerator random) {
    byte[] seed = new byte[16];
    random.nextBytes(seed);
    return UUID.nameUUIDFromBytes(seed);
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, utf8(value));
  }
}
