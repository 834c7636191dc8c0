package health.backstep.backbone.outbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What became of rows that were sent. A row that is named nowhere was not sent. */
final class Outcome {

  private static final Set<Class<? extends RuntimeException>> OF_THE_ROW =
      Set.of(
          RecordTooLargeException.class,
          RecordBatchTooLargeException.class,
          SerializationException.class,
          InvalidRecordException.class,
          InvalidTopicException.class);

  private final List<OutboxRow> acknowledged = new ArrayList<>();
  private final Map<OutboxRow, Throwable> refused = new LinkedHashMap<>();
  private final Map<String, Throwable> awayTopics = new LinkedHashMap<>();
  private Optional<Throwable> kafka = Optional.empty();

  /** Whether the same row would fail again on a Kafka that is well. */
  static boolean isOfTheRow(Throwable failure) {
    return OF_THE_ROW.stream().anyMatch(kind -> kind.isInstance(failure));
  }

  /** Whether a send that failed at once failed because Kafka does not give us the topic. */
  static boolean isOfTheTopic(Throwable failure) {
    return failure instanceof UnknownTopicOrPartitionException
        || failure instanceof TopicAuthorizationException
        || (failure instanceof TimeoutException && !(failure instanceof BufferExhaustedException));
  }

  void topicIsAway(String topic, Throwable failure) {
    awayTopics.put(topic, failure);
  }

  void acknowledged(OutboxRow row) {
    acknowledged.add(row);
  }

  void failed(OutboxRow row, Throwable failure) {
    if (isOfTheRow(failure)) {
      refused.put(row, failure);
    } else if (failure instanceof TopicAuthorizationException) {
      topicIsAway(row.lane().topic(), failure);
    } else if (kafka.isEmpty()) {
      kafka = Optional.of(failure);
    }
  }

  List<OutboxRow> acknowledged() {
    return acknowledged;
  }

  /** Rows that failed for a reason of their own. */
  Map<OutboxRow, Throwable> refused() {
    return refused;
  }

  Set<Lane> refusedLanes() {
    return refused.keySet().stream().map(OutboxRow::lane).collect(Collectors.toSet());
  }

  /**
   * Topics that Kafka does not give us. If it says nothing of them and nothing else went out
   * either, it is Kafka itself.
   */
  Map<String, Throwable> awayTopics() {
    return awayTopics;
  }

  /** Why Kafka itself failed, if it did. */
  Optional<Throwable> kafka() {
    return kafka.isEmpty() && acknowledged.isEmpty()
        ? awayTopics.values().stream()
            .filter(failure -> !(failure instanceof TopicAuthorizationException))
            .findFirst()
        : kafka;
  }
}
