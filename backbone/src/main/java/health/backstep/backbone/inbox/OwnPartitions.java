package health.backstep.backbone.inbox;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;

/** Which records of a poll may still be taken here, while partitions come and go. */
final class OwnPartitions implements ConsumerRebalanceListener {

  private final Consumer<?, ?> consumer;
  private final TakenOffsets offsets;
  private final Metric received;
  private final Set<TopicPartition> gone = new HashSet<>();
  private boolean waiting;

  OwnPartitions(Consumer<?, ?> consumer) {
    this.consumer = consumer;
    this.offsets = new TakenOffsets(consumer);
    this.received =
        consumer.metrics().values().stream()
            .filter(OwnPartitions::countsWhatComes)
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("Kafka's consumer counts no incoming bytes"));
  }

  /** Of all brokers together, not of each. */
  private static boolean countsWhatComes(Metric metric) {
    MetricName name = metric.metricName();
    return name.name().equals("incoming-byte-total") && name.group().equals("consumer-metrics");
  }

  /** What has come from Kafka since the consumer was opened. */
  double bytesReceived() {
    return (double) received.metricValue();
  }

  /** What a poll has just returned is ours. */
  void polled() {
    gone.clear();
  }

  /**
   * Whether the record's partition has stayed here since the poll. One that went and came back
   * counts as gone: its records are read again from what was committed.
   */
  boolean include(IncomingRecord incoming) {
    return !gone.contains(new TopicPartition(incoming.topic(), incoming.partition()));
  }

  boolean areSome() {
    return !consumer.assignment().isEmpty();
  }

  /** As far as Kafka's last answers told. */
  boolean areReadToTheEnd() {
    return consumer.assignment().stream()
        .allMatch(partition -> consumer.currentLag(partition).orElse(Long.MAX_VALUE) == 0);
  }

  /** Records that wait, by topic, as far as Kafka's last answers told. */
  Map<String, Long> lag() {
    Map<String, Long> records = new HashMap<>();
    for (TopicPartition partition : consumer.assignment()) {
      records.merge(partition.topic(), consumer.currentLag(partition).orElse(0), Long::sum);
    }
    return records;
  }

  /** The record is in the database; its offset is committed if its partition is still here. */
  void taken(IncomingRecord incoming) {
    if (include(incoming)) {
      offsets.taken(incoming);
    }
  }

  /** The record was not taken, so that nothing behind it may be committed. */
  void left(IncomingRecord incoming) {
    gone.add(new TopicPartition(incoming.topic(), incoming.partition()));
  }

  void commitSoon() {
    offsets.commitSoon();
  }

  /**
   * Polling without fetching keeps the membership, also for partitions that are assigned meanwhile.
   */
  void waitAsMember(Duration pause) {
    waiting = true;
    consumer.pause(consumer.assignment());
    try {
      consumer.poll(pause);
    } finally {
      waiting = false;
      consumer.resume(consumer.assignment());
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
    gone.addAll(revoked);
    offsets.commitNow(revoked);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> lost) {
    gone.addAll(lost);
    offsets.forget(lost);
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
    if (waiting) {
      consumer.pause(assigned);
    }
  }
}
