package health.backstep.security.canary.run;

import health.backstep.stack.broker.KafkaAccess;
import health.backstep.stack.broker.TopicSpec;
import health.backstep.stack.broker.Topics;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Every record of every topic, Kafka's own included: keys, headers and values. */
record TopicContents(List<ConsumerRecord<byte[], byte[]>> records) {

  private static final Duration POLL = Duration.ofMillis(500);
  private static final long LONGEST = Duration.ofMinutes(2).toNanos();

  static TopicContents read(KafkaAccess kafka) {
    Map<String, Object> settings =
        kafka.with(Map.of(ConsumerConfig.EXCLUDE_INTERNAL_TOPICS_CONFIG, false));
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.listTopics().values().stream()
              .flatMap(List::stream)
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      return new TopicContents(toEnd(consumer, consumer.endOffsets(partitions)));
    }
  }

  /** Tells each record's topic and bytes. */
  void all(BiConsumer<String, byte[]> each) {
    records.forEach(one -> each.accept(one.topic(), bytes(one)));
  }

  /** The same as soon as the topics that keep one record for each key have been compacted. */
  void compacted(BiConsumer<String, byte[]> each) {
    Set<String> states =
        Topics.fromContract().stream()
            .filter(topic -> topic.settings().getOrDefault("cleanup.policy", "").equals("compact"))
            .map(TopicSpec::name)
            .collect(Collectors.toSet());
    Map<String, ConsumerRecord<byte[], byte[]>> last = new LinkedHashMap<>();
    for (ConsumerRecord<byte[], byte[]> one : records) {
      boolean state = states.contains(one.topic());
      String place = state ? new String(one.key(), StandardCharsets.UTF_8) : "@" + one.offset();
      last.put(one.topic() + one.partition() + place, one);
    }
    new TopicContents(List.copyOf(last.values())).all(each);
  }

  private static List<ConsumerRecord<byte[], byte[]>> toEnd(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    long begun = System.nanoTime();
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      if (System.nanoTime() - begun > LONGEST) {
        throw new IllegalStateException("the topics could not be read to their ends in 2 minutes");
      }
      consumer.poll(POLL).forEach(found::add);
    }
    return found;
  }

  private static byte[] bytes(ConsumerRecord<byte[], byte[]> one) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    write(all, one.key());
    for (Header header : one.headers()) {
      write(all, header.key().getBytes(StandardCharsets.UTF_8));
      write(all, header.value());
    }
    write(all, one.value());
    return all.toByteArray();
  }

  private static void write(ByteArrayOutputStream all, byte[] part) {
    if (part != null) {
      all.writeBytes(part);
    }
    all.write('\n');
  }
}
