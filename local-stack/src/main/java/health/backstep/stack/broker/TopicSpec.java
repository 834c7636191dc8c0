package health.backstep.stack.broker;

import java.util.HashMap;
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

  /** The same topic where each record is kept so often and acknowledged by so many. */
  public TopicSpec onReplicas(short count, int minInSync) {
    Map<String, String> with = new HashMap<>(settings);
    with.put("min.insync.replicas", Integer.toString(minInSync));
    return new TopicSpec(name, partitions, count, with);
  }

  NewTopic toNewTopic() {
    return new NewTopic(name, partitions, replicas).configs(settings);
  }
}
