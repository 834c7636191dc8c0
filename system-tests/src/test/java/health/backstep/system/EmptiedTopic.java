package health.backstep.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;

/** A topic whose records are all past their retention. */
final class EmptiedTopic {

  /** A broker looks half a minute after its start. */
  private static final Duration WITHIN = Duration.ofMinutes(3);

  private EmptiedTopic() {}

  /** Waits until the broker has removed what was there. */
  static void await(String bootstrapServers, String topic) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      List<TopicPartition> partitions =
          admin
              .describeTopics(List.of(topic))
              .topicNameValues()
              .get(topic)
              .get()
              .partitions()
              .stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      Map<TopicPartition, Long> ends = offsets(admin, partitions, OffsetSpec.latest());
      assertThat(ends.values()).as("there was something on " + topic).anyMatch(end -> end > 0);
      Awaitility.await()
          .atMost(WITHIN)
          .until(() -> offsets(admin, partitions, OffsetSpec.earliest()).equals(ends));
    }
  }

  private static Map<TopicPartition, Long> offsets(
      Admin admin, List<TopicPartition> partitions, OffsetSpec which)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, ListOffsetsResultInfo> found =
        admin
            .listOffsets(partitions.stream().collect(Collectors.toMap(one -> one, _ -> which)))
            .all()
            .get();
    return found.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().offset()));
  }
}
