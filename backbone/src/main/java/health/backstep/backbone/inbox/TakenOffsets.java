package health.backstep.backbone.inbox;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

  private final Map<TopicPartition, OffsetAndMetadata> taken = new ConcurrentHashMap<>();

  void taken(IncomingRecord incoming) {
    taken.put(
        new TopicPartition(incoming.topic(), incoming.partition()),
        new OffsetAndMetadata(incoming.offset() + 1));
  }

  void commitSoon(Consumer<?, ?> to) {
    if (!taken.isEmpty()) {
      to.commitAsync(Map.copyOf(taken), (offsets, failure) -> {});
      taken.clear();
    }
  }

  /** Commits those of partitions that go to another instance, so that it sees few of them twice. */
  void commitNow(Consumer<?, ?> to, Collection<TopicPartition> leaving) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>(taken);
    offsets.keySet().retainAll(leaving);
    forget(leaving);
    if (offsets.isEmpty()) {
      return;
    }
    try {
      commit(to, offsets);
    } catch (KafkaException e) {
      LOG.debugf("Some records come again: %s", e.getClass().getSimpleName());
    }
  }

  void forget(Collection<TopicPartition> lost) {
    taken.keySet().removeAll(lost);
  }

  /** A service that is stopping has been woken up once. */
  private static void commit(Consumer<?, ?> to, Map<TopicPartition, OffsetAndMetadata> offsets) {
    try {
      to.commitSync(offsets, COMMIT_WITHIN);
    } catch (WakeupException e) {
      to.commitSync(offsets, COMMIT_WITHIN);
    }
  }
}
