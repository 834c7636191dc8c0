package health.backstep.faults.check.reading;

import health.backstep.faults.check.evidence.Listening;
import health.backstep.faults.check.evidence.ServiceRows;
import health.backstep.stack.broker.GroupLag;
import health.backstep.stack.broker.KafkaAccess;
import health.backstep.stack.platform.ServiceName;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/** How many records each service has not read yet. */
final class Lag {

  private static final int PARTITIONS = 12;
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private Lag() {}

  /** By consumer group. */
  static Map<String, Long> read(KafkaAccess kafka)
      throws InterruptedException, ExecutionException, TimeoutException {
    try (Admin admin = Admin.create(kafka.with(Map.of()))) {
      GroupLag lag = new GroupLag(admin, LIMIT);
      Map<String, Long> all = new LinkedHashMap<>();
      for (ServiceName service : ServiceName.values()) {
        all.put(service.processName(), lag.of(service.processName(), partitionsReadBy(service)));
      }
      return all;
    }
  }

  private static Set<TopicPartition> partitionsReadBy(ServiceName service) {
    return Listening.to(service).stream()
        .map(ServiceRows::topicOf)
        .flatMap(
            topic ->
                IntStream.range(0, PARTITIONS)
                    .mapToObj(number -> new TopicPartition(topic, number)))
        .collect(Collectors.toSet());
  }
}
