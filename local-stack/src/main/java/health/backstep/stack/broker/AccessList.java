package health.backstep.stack.broker;

import com.fasterxml.jackson.databind.JsonNode;
import health.backstep.stack.broker.Rights.Groups;
import health.backstep.stack.platform.ServiceName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.resource.PatternType;

/**
 * Who may do what with Kafka, read from the event contract: a service sends and receives what the
 * contract says, and analysts read all but dead letters.
 */
public final class AccessList {

  /** Reads events and states, in any group whose name begins like its own. */
  public static final String ANALYTICS = "analytics";

  private static final String DEAD_LETTERS = ".dlq.";

  private AccessList() {}

  /** The rights of each user but those of operations, who may do anything. */
  public static List<Rights> fromContract() {
    JsonNode contract = Topics.contract();
    List<Rights> all = new ArrayList<>();
    Arrays.stream(ServiceName.values()).map(service -> of(service, contract)).forEach(all::add);
    all.add(new Rights(ANALYTICS, Set.of(), events(), new Groups(PatternType.PREFIXED, ANALYTICS)));
    return List.copyOf(all);
  }

  private static Rights of(ServiceName service, JsonNode contract) {
    String name = service.processName();
    return new Rights(
        name,
        topics(service, "send", contract),
        topics(service, "receive", contract),
        new Groups(PatternType.LITERAL, name));
  }

  /** Operations are named after their service, such as {@code planServiceSendsPlanState}. */
  private static Set<String> topics(ServiceName service, String action, JsonNode contract) {
    return contract.path("operations").properties().stream()
        .filter(operation -> operation.getKey().startsWith(service.database() + "Service"))
        .map(operation -> operation.getValue())
        .filter(operation -> operation.path("action").asText().equals(action))
        .map(operation -> operation.path("channel").path("$ref").asText().substring(1))
        .map(channel -> contract.at(channel).path("address").asText())
        .collect(Collectors.toSet());
  }

  private static Set<String> events() {
    return Topics.fromContract().stream()
        .map(TopicSpec::name)
        .filter(topic -> !topic.contains(DEAD_LETTERS))
        .collect(Collectors.toSet());
  }
}
