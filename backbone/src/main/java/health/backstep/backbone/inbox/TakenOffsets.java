package health.backstep.backbone.inbox;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * How far each partition has been taken into the database, to be committed to Kafka after it. What
 * could not be committed comes again and is dropped as a duplicate.
 */
final class TakenOffsets {

  private static final Logger LOG = Logger.getLogger(TakenOffsets.class);
  private static final Duration COMMIT_WITHIN = Duration.ofSeconds(3);

  private final Consumer<?, ?> consumer;
  private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();
  private boolean committing;

  TakenOffsets(Consumer<?, ?> consumer) {
    this.consumer = consumer;
  }

  void taken(IncomingRecord incoming) {
    uncommitted.put(
        new TopicPartition(incoming.topic(), incoming.partition()),
        new OffsetAndMetadata(incoming.offset() + 1));
  }

  /** Commits without waiting. What Kafka does not confirm is committed again the next time. */
  void commitSoon() {
    if (uncommitted.isEmpty() || committing) {
      return;
    }
    committing = true;
    consumer.commitAsync(
        Map.copyOf(uncommitted),
        (offsets, failure) -> {
          committing = false;
          if (failure == null) {
            offsets.forEach(uncommitted::remove);
          }
        });
  }

  /** Commits those of partitions that go to another instance, so that it sees few of them twice. */
  void commitNow(Collection<TopicPartition> leaving) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>(uncommitted);
    offsets.keySet().retainAll(leaving);
    forget(leaving);
    if (offsets.isEmpty()) {
      return;
    }
    try {
      commit(offsets);
    } catch (KafkaException e) {
      LOG.debugf("Some records come again: %s", e.getClass().getSimpleName());
    }
  }

  void forget(Collection<TopicPartition> lost) {
    uncommitted.keySet().removeAll(lost);
  }

  /** A service that is stopping has been woken up once. */
  private void commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
    try {
      consumer.commitSync(offsets, COMMIT_WITHIN);
    } catch (WakeupException e) {
      consumer.commitSync(offsets, COMMIT_WITHIN);
    }
  }
}
