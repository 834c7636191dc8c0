package health.backstep.faults.nemesis;

import health.backstep.stack.broker.KafkaAccess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The latest records that a service put on its topic, to copy from. */
record RealRecords(List<ConsumerRecord<byte[], byte[]>> all) {

  private static final int OF_EACH_PARTITION = 30;
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** What a topic holds at its end; nothing that the nemesis put there itself. */
  static RealRecords on(EventTopic topic, KafkaAccess kafka) {
    try (Consumer<byte[], byte[]> reader = Clients.reader(kafka)) {
      List<TopicPartition> partitions =
          reader.partitionsFor(topic.topic()).stream()
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
      Map<TopicPartition, Long> beginnings = reader.beginningOffsets(partitions);
      reader.assign(partitions);
      ends.forEach(
          (partition, end) ->
              reader.seek(partition, Math.max(beginnings.get(partition), end - OF_EACH_PARTITION)));
      return new RealRecords(readUpTo(ends, reader));
    }
  }

  private static List<ConsumerRecord<byte[], byte[]>> readUpTo(
      Map<TopicPartition, Long> ends, Consumer<byte[], byte[]> reader) {
    List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (System.nanoTime() < deadline && !hasReached(ends, reader)) {
      for (ConsumerRecord<byte[], byte[]> polled : reader.poll(POLL)) {
        if (polled.headers().lastHeader(Injected.MARK) == null) {
          read.add(polled);
        }
      }
    }
    return read;
  }

  private static boolean hasReached(
      Map<TopicPartition, Long> ends, Consumer<byte[], byte[]> reader) {
    return ends.entrySet().stream()
        .allMatch(end -> reader.position(end.getKey()) >= end.getValue());
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /**
   * One of them.
   *
   * @throws IllegalStateException when there is none yet
   */
  ConsumerRecord<byte[], byte[]> any(RandomGenerator random) {
    if (all.isEmpty()) {
      throw new IllegalStateException("there is no record yet to copy");
    }
    return all.get(random.nextInt(all.size()));
  }

  List<ConsumerRecord<byte[], byte[]>> some(int howMany, RandomGenerator random) {
    List<ConsumerRecord<byte[], byte[]>> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, Math.min(howMany, shuffled.size()));
  }

  /** Several of one patient, in the order in which they came; empty when nobody has that many. */
  List<ConsumerRecord<byte[], byte[]>> ofOnePatient(int atLeast, RandomGenerator random) {
    List<List<ConsumerRecord<byte[], byte[]>>> patients =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    polled -> Wire.text(polled.headers(), Wire.SUBJECT),
                    TreeMap::new,
                    Collectors.toList()))
            .values()
            .stream()
            .filter(records -> records.size() >= atLeast)
            .toList();
    return patients.isEmpty() ? List.of() : patients.get(random.nextInt(patients.size()));
  }

  /** A partner whose events are on the topic. */
  String tenant(RandomGenerator random) {
    return isEmpty() ? "made-up" : Wire.text(any(random).headers(), Wire.TENANT);
  }

  /** A partner that is another one than the given. */
  String tenantBesides(String tenant) {
    return all.stream()
        .map(polled -> Wire.text(polled.headers(), Wire.TENANT))
        .filter(other -> !other.equals(tenant))
        .findFirst()
        .orElse("foreign-clinic");
  }
}
