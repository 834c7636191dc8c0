package health.backstep.stack.broker;

import java.util.List;
import java.util.Map;

/**
 * How clients get into a broker, where that is not the open port on this machine.
 *
 * @param broker Kafka's settings of the broker, in the place of the usual ones of the same names
 * @param jvmArguments that these settings need
 * @param client Kafka's settings of clients, with which the stack itself gets in
 */
public record Entrance(
    Map<String, String> broker, List<String> jvmArguments, Map<String, String> client) {

  /** Whoever is on this machine gets in. */
  public static final Entrance OPEN = new Entrance(Map.of(), List.of(), Map.of());

  public Entrance {
    broker = Map.copyOf(broker);
    jvmArguments = List.copyOf(jvmArguments);
    client = Map.copyOf(client);
  }
}
