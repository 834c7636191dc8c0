package health.backstep.stack.broker;

import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * A topic as the contract asks for it.
 *
 * @param settings Kafka's topic settings by name, such as {@code cleanup.policy}
 */
public record TopicSpec(String name, int partitions, short replicas, Map<String, String> settings) {

  public TopicSpec {
    settings = Map.copyOf(settings);
  }

  NewTopic toNewTopic() {
    return new NewTopic(name, partitions, replicas).configs(settings);
  }
}
