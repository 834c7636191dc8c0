package health.backstep.stack.broker;

import java.util.HashMap;
import java.util.Map;

/**
 * How a client gets into Kafka.
 *
 * @param bootstrapServers where it asks first
 * @param login Kafka's settings of clients with which it is let in; none where everybody is
 */
public record KafkaAccess(String bootstrapServers, Map<String, String> login) {

  public KafkaAccess {
    login = Map.copyOf(login);
  }

  /** Whoever comes is let in. */
  public static KafkaAccess open(String bootstrapServers) {
    return new KafkaAccess(bootstrapServers, Map.of());
  }

  /** All settings of a client that wants these besides. */
  public Map<String, Object> with(Map<String, ?> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.putAll(login);
    all.put("bootstrap.servers", bootstrapServers);
    return all;
  }

  /** Without the login. */
  @Override
  public String toString() {
    return "KafkaAccess[" + bootstrapServers + "]";
  }
}
