package health.backstep.faults.check.reading;

import health.backstep.faults.check.evidence.WireRecord;
import health.backstep.stack.broker.KafkaAccess;
import health.backstep.stack.broker.TopicSpec;
import health.backstep.stack.broker.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Every record of every topic of the contract, read from the beginning by no group. */
final class TopicReader {

  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final int WHOLE_MEGABYTES = 32 << 20;

  private TopicReader() {}

  static List<WireRecord> read(KafkaAccess kafka) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            kafka.with(Map.of(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, WHOLE_MEGABYTES)),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          Topics.fromContract().stream().flatMap(topic -> partitions(topic).stream()).toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      return readToEnd(consumer, consumer.endOffsets(partitions));
    }
  }

  private static List<TopicPartition> partitions(TopicSpec topic) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (int number = 0; number < topic.partitions(); number++) {
      partitions.add(new TopicPartition(topic.name(), number));
    }
    return partitions;
  }

  private static List<WireRecord> readToEnd(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    List<WireRecord> found = new ArrayList<>();
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the topics could not be read to their ends in 2 minutes");
      }
      consumer.poll(POLL).forEach(one -> found.add(record(one)));
    }
    found.sort(
        Comparator.comparing(WireRecord::topic)
            .thenComparing(WireRecord::partition)
            .thenComparing(WireRecord::offset));
    return found;
  }

  private static WireRecord record(ConsumerRecord<byte[], byte[]> one) {
    String type = header(one, "ce_type");
    return new WireRecord(
        one.topic(),
        one.partition(),
        one.offset(),
        Instant.ofEpochMilli(one.timestamp()),
        one.key() == null ? "" : new String(one.key(), StandardCharsets.UTF_8),
        header(one, "ce_tenant"),
        header(one, "ce_source"),
        type,
        header(one, "ce_id"),
        number(header(one, "ce_sequence")),
        header(one, "x-injected"),
        header(one, "dlq_id"),
        Payloads.told(one.topic(), type, one.value()));
  }

  private static String header(ConsumerRecord<byte[], byte[]> one, String name) {
    return Optional.ofNullable(one.headers().lastHeader(name))
        .map(Header::value)
        .map(value -> new String(value, StandardCharsets.UTF_8))
        .orElse("");
  }

  private static @Nullable Long number(String text) {
    return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
  }
}
