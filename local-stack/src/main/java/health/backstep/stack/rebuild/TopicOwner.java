package health.backstep.stack.rebuild;

import health.backstep.stack.broker.TopicSpec;
import health.backstep.stack.broker.Topics;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.platform.StackFailure;
import java.util.Arrays;
import java.util.List;

/** Which service's outbox holds what a topic carries. */
public final class TopicOwner {

  private static final String DEAD_LETTERS = ".dlq.";

  private TopicOwner() {}

  /**
   * The service that alone sends to the topic.
   *
   * @throws StackFailure when the contract has no such topic, or it is one of dead letters
   */
  public static ServiceName of(String topic) {
    if (!addresses().contains(topic)) {
      throw new StackFailure(
          "There is no topic '%s'. There are: %s."
              .formatted(topic, String.join(", ", rebuildable())));
    }
    if (topic.contains(DEAD_LETTERS)) {
      throw new StackFailure(
          "%s is not sent again: it repeats the dead letters that the services keep. ./backstep dlq list shows them, ./backstep dlq replay gives them to their service once more."
              .formatted(topic));
    }
    return Arrays.stream(ServiceName.values())
        .filter(service -> topic.startsWith("pt." + service.database() + "."))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the contract names no owner of " + topic));
  }

  private static List<String> rebuildable() {
    return addresses().stream().filter(topic -> !topic.contains(DEAD_LETTERS)).toList();
  }

  private static List<String> addresses() {
    return Topics.fromContract().stream().map(TopicSpec::name).toList();
  }
}
