package health.backstep.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.backstep.stack.platform.ServiceName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic of the platform's broker, read and harmed from outside. */
record Topic(String name) {

  private static final Duration WITHIN = Duration.ofMinutes(2);

  /** Sends a record past every outbox. */
  void send(String key, Map<String, String> headers, String payload) throws Exception {
    ProducerRecord<String, byte[]> outgoing =
        new ProducerRecord<>(name, key, payload.getBytes(StandardCharsets.UTF_8));
    headers.forEach(
        (header, value) -> outgoing.headers().add(header, value.getBytes(StandardCharsets.UTF_8)));
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer())) {
      producer.send(outgoing).get();
    }
  }

  /** Loses every record, as by retention or a wiped disk. */
  void loseRecords() throws Exception {
    try (Admin admin = Admin.create(settings())) {
      Map<TopicPartition, RecordsToDelete> all =
          partitions(admin).stream()
              .collect(
                  Collectors.toMap(partition -> partition, _ -> RecordsToDelete.beforeOffset(-1)));
      admin.deleteRecords(all).all().get();
    }
    assertThat(sequencesByKey()).isEmpty();
  }

  /** The sequences of each key's records, in the order in which they lie there. */
  Map<String, List<Long>> sequencesByKey() throws Exception {
    Map<String, List<Long>> sequences = new HashMap<>();
    each(
        record ->
            sequences.computeIfAbsent(record.key(), _ -> new ArrayList<>()).add(sequence(record)));
    return sequences;
  }

  private void each(Consumer<ConsumerRecord<String, byte[]>> reader) throws Exception {
    try (Admin admin = Admin.create(settings());
        KafkaConsumer<String, byte[]> consumer =
            new KafkaConsumer<>(
                settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = partitions(admin);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
      while (end.entrySet().stream()
          .anyMatch(partition -> consumer.position(partition.getKey()) < partition.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(reader);
      }
    }
  }

  /** The value of the last record of a key; empty when it has none. */
  Optional<String> lastValue(String key) throws Exception {
    Map<String, Optional<String>> last = new HashMap<>();
    each(record -> last.put(record.key(), Optional.ofNullable(record.value()).map(Topic::text)));
    return last.get(key);
  }

  /** Waits until a service has taken in all that lies there. */
  void awaitTakenInBy(ServiceName service) throws Exception {
    try (Admin admin = Admin.create(settings());
        KafkaConsumer<String, byte[]> consumer =
            new KafkaConsumer<>(
                settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = partitions(admin);
      await()
          .atMost(WITHIN)
          .untilAsserted(
              () -> {
                Map<TopicPartition, OffsetAndMetadata> committed =
                    admin
                        .listConsumerGroupOffsets(service.processName())
                        .partitionsToOffsetAndMetadata()
                        .get();
                assertThat(consumer.endOffsets(partitions))
                    .allSatisfy(
                        (partition, end) ->
                            assertThat(offset(committed.get(partition))).isEqualTo(end));
              });
    }
  }

  private List<TopicPartition> partitions(Admin admin)
      throws ExecutionException, InterruptedException {
    return admin
        .describeTopics(List.of(name))
        .topicNameValues()
        .get(name)
        .get()
        .partitions()
        .stream()
        .map(partition -> new TopicPartition(name, partition.partition()))
        .toList();
  }

  /** 0 where nothing was committed yet. */
  private static long offset(OffsetAndMetadata committed) {
    return committed == null ? 0 : committed.offset();
  }

  private static String text(byte[] value) {
    return new String(value, StandardCharsets.UTF_8);
  }

  private static long sequence(ConsumerRecord<String, byte[]> record) {
    return Long.parseLong(
        new String(record.headers().lastHeader("ce_sequence").value(), StandardCharsets.UTF_8));
  }

  private static Map<String, Object> settings() {
    return Map.of("bootstrap.servers", Platform.stack().kafka().bootstrapServers(), "acks", "all");
  }
}
