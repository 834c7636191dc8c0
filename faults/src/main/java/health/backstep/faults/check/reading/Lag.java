package health.backstep.faults.check.reading;

import health.backstep.faults.check.evidence.Listening;
import health.backstep.faults.check.evidence.ServiceRows;
import health.backstep.faults.cluster.KafkaAccess;
import health.backstep.stack.platform.ServiceName;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How many records each service has not read yet. */
final class Lag {

  private static final int PARTITIONS = 12;
  private static final int SECONDS = 20;

  private Lag() {}

  /** By consumer group. */
  static Map<String, Long> read(KafkaAccess kafka)
      throws InterruptedException, ExecutionException, TimeoutException {
    try (Admin admin = Admin.create(kafka.with(Map.of()))) {
      Map<String, Long> lag = new LinkedHashMap<>();
      for (ServiceName service : ServiceName.values()) {
        Set<TopicPartition> partitions =
            Listening.to(service).stream()
                .map(ServiceRows::topicOf)
                .flatMap(
                    topic ->
                        IntStream.range(0, PARTITIONS)
                            .mapToObj(number -> new TopicPartition(topic, number)))
                .collect(Collectors.toSet());
        lag.put(service.processName(), of(admin, service.processName(), partitions));
      }
      return lag;
    }
  }

  private static long of(Admin admin, String group, Set<TopicPartition> partitions)
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<TopicPartition, ListOffsetsResultInfo> ends = offsets(admin, partitions, false);
    Map<TopicPartition, ListOffsetsResultInfo> begins = offsets(admin, partitions, true);
    Map<TopicPartition, OffsetAndMetadata> read =
        new HashMap<>(
            admin
                .listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(SECONDS, TimeUnit.SECONDS));
    long lag = 0;
    for (TopicPartition partition : partitions) {
      OffsetAndMetadata committed = read.get(partition);
      long from = committed == null ? begins.get(partition).offset() : committed.offset();
      lag += Math.max(0, ends.get(partition).offset() - from);
    }
    return lag;
  }

  private static Map<TopicPartition, ListOffsetsResultInfo> offsets(
      Admin admin, Set<TopicPartition> partitions, boolean earliest)
      throws InterruptedException, ExecutionException, TimeoutException {
    OffsetSpec spec = earliest ? OffsetSpec.earliest() : OffsetSpec.latest();
    return admin
        .listOffsets(partitions.stream().collect(Collectors.toMap(one -> one, _ -> spec)))
        .all()
        .get(SECONDS, TimeUnit.SECONDS);
  }
}
