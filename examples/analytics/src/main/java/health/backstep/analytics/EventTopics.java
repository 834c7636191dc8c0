package health.backstep.analytics;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The event topics, read from their beginning. It joins no consumer group and stores no offset:
 * every run reads everything, and disturbs nobody.
 */
final class EventTopics implements AutoCloseable {

  static final List<String> NAMES =
      List.of("pt.profile.events.v1", "pt.session.events.v1", "pt.plan.events.v1");

  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final int SILENT_POLLS = 120;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Set<TopicPartition> trimmed = new HashSet<>();

  private EventTopics(KafkaConsumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  /**
   * Opens the topics.
   *
   * @throws Refused when there is no broker, or not all topics
   */
  static EventTopics open(String bootstrapServers) throws Refused {
    EventTopics topics = new EventTopics(consumer(bootstrapServers));
    try {
      topics.goToBeginning();
      return topics;
    } catch (TimeoutException e) {
      topics.close();
      throw new Refused(
          "No Kafka broker answers at %s within %d s. Is it running? ./backstep status shows it."
              .formatted(bootstrapServers, ANSWER_LIMIT.toSeconds()));
    } catch (Refused e) {
      topics.close();
      throw e;
    }
  }

  /**
   * Hands over all that is there now.
   *
   * @throws Refused when the broker goes silent meanwhile
   */
  void readToEnd(Analysis analysis) throws Refused {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    int silent = 0;
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      silent = readNext(analysis) ? 0 : silent + 1;
      if (silent > SILENT_POLLS) {
        throw new Refused("The broker went silent before the end of the topics. Run it again.");
      }
    }
  }

  /** Hands over what comes next, waiting for it shortly; false when nothing came. */
  boolean readNext(Analysis analysis) {
    ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
    polled.forEach(
        received ->
            analysis.take(
                received,
                trimmed.contains(new TopicPartition(received.topic(), received.partition()))));
    return !polled.isEmpty();
  }

  @Override
  public void close() {
    consumer.close();
  }

  private void goToBeginning() throws Refused {
    Set<TopicPartition> partitions = new HashSet<>();
    for (String topic : NAMES) {
      List<PartitionInfo> found = consumer.partitionsFor(topic);
      if (found.isEmpty()) {
        throw new Refused("The broker has no topic " + topic + ". Is it one of Backstep?");
      }
      found.forEach(one -> partitions.add(new TopicPartition(topic, one.partition())));
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    noteTrimmed(partitions);
  }

  /** A partition that begins after offset 0 has lost its oldest records. */
  private void noteTrimmed(Collection<TopicPartition> partitions) {
    consumer
        .beginningOffsets(partitions)
        .forEach(
            (partition, beginning) -> {
              if (beginning > 0) {
                trimmed.add(partition);
              }
            });
  }

  private static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers) throws Refused {
    try {
      return new KafkaConsumer<>(
          Map.of(
              "bootstrap.servers",
              bootstrapServers,
              "enable.auto.commit",
              false,
              "allow.auto.create.topics",
              false,
              "default.api.timeout.ms",
              (int) ANSWER_LIMIT.toMillis()),
          new ByteArrayDeserializer(),
          new ByteArrayDeserializer());
    } catch (org.apache.kafka.common.KafkaException e) {
      throw new Refused("%s is no address of a broker; give HOST:PORT".formatted(bootstrapServers));
    }
  }
}
