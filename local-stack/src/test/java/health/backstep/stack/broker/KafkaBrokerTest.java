package health.backstep.stack.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.backstep.stack.platform.Ports;
import health.backstep.stack.platform.StackFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {

  private static final TopicSpec WORDS =
      new TopicSpec("words", 2, (short) 1, Map.of("cleanup.policy", "compact"));

  @TempDir Path dataDir;

  private final Ports ports = Ports.free();

  @Test
  void keeps_a_record_from_one_start_to_the_next_and_after_a_crash() throws Exception {
    try (KafkaBroker broker = KafkaBroker.start(dataDir, ports)) {
      TopicCreation.at(broker.bootstrapServers()).create(List.of(WORDS));
      produce(broker, "before");
    }
    try (KafkaBroker broker = KafkaBroker.start(dataDir, ports)) {
      produce(broker, "between");
      broker.process().identity().kill();
    }
    try (KafkaBroker broker = KafkaBroker.start(dataDir, ports)) {
      assertThat(consume(broker, 2)).containsExactly("before", "between");
    }
  }

  @Test
  void has_the_topics_it_was_asked_for_and_makes_no_others() throws Exception {
    try (KafkaBroker broker = KafkaBroker.start(dataDir, ports);
        Admin admin = Admin.create(AdminSettings.of(broker.bootstrapServers(), Map.of()))) {
      TopicCreation topics = TopicCreation.at(broker.bootstrapServers());
      topics.create(List.of(WORDS));
      topics.create(List.of(WORDS));

      ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, "words");
      assertThat(admin.describeConfigs(List.of(topic)).all().get().get(topic).get("cleanup.policy"))
          .extracting("value")
          .isEqualTo("compact");
      assertThatThrownBy(() -> admin.describeTopics(List.of("others")).allTopicNames().get())
          .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
      assertThatThrownBy(
              () -> topics.create(List.of(new TopicSpec("words", 12, (short) 1, Map.of()))))
          .isInstanceOf(StackFailure.class)
          .hasMessageContaining("Topic words has 2 partitions, the contract asks for 12");
    }
  }

  private static void produce(KafkaBroker broker, String word) throws Exception {
    Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>("words", 0, word, word)).get();
    }
  }

  private static List<String> consume(KafkaBroker broker, int count) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker.bootstrapServers(), "auto.offset.reset", "earliest");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      TopicPartition partition = new TopicPartition("words", 0);
      consumer.assign(List.of(partition));
      assertThat(consumer.endOffsets(List.of(partition))).containsEntry(partition, (long) count);
      return StreamSupport.stream(consumer.poll(Duration.ofSeconds(10)).spliterator(), false)
          .map(record -> record.value())
          .toList();
    }
  }
}
