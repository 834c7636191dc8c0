package health.backstep.stack.broker;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How many records a consumer group has not read yet.
 *
 * @param limit for each answer of Kafka's
 */
public record GroupLag(Admin admin, Duration limit) {

  /** Over all of the partitions; of one that the group has never read all records count. */
  public long of(String group, Set<TopicPartition> partitions)
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<TopicPartition, ListOffsetsResultInfo> ends = offsets(partitions, OffsetSpec.latest());
    Map<TopicPartition, ListOffsetsResultInfo> begins = offsets(partitions, OffsetSpec.earliest());
    Map<TopicPartition, OffsetAndMetadata> read =
        new HashMap<>(
            admin
                .listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(limit.toMillis(), TimeUnit.MILLISECONDS));
    long lag = 0;
    for (TopicPartition partition : partitions) {
      OffsetAndMetadata committed = read.get(partition);
      long from = committed == null ? begins.get(partition).offset() : committed.offset();
      lag += Math.max(0, ends.get(partition).offset() - from);
    }
    return lag;
  }

  private Map<TopicPartition, ListOffsetsResultInfo> offsets(
      Set<TopicPartition> partitions, OffsetSpec which)
      throws InterruptedException, ExecutionException, TimeoutException {
    return admin
        .listOffsets(partitions.stream().collect(Collectors.toMap(one -> one, _ -> which)))
        .all()
        .get(limit.toMillis(), TimeUnit.MILLISECONDS);
  }
}
