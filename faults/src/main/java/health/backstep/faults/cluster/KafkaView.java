package health.backstep.faults.cluster;

import health.backstep.stack.broker.KafkaAccess;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListTopicsOptions;

/** What Kafka says of itself, asked with little patience. */
public record KafkaView(KafkaAccess kafka) {

  private static final int PATIENCE_MS = 3_000;

  private interface Question {
    boolean ask(Admin admin) throws ExecutionException, InterruptedException;
  }

  /** Whether the broker takes part. */
  public boolean knowsBroker(int id) {
    return answers(
        admin -> admin.describeCluster().nodes().get().stream().anyMatch(node -> node.id() == id));
  }

  /** Whether every partition is on all brokers that shall have it. */
  public boolean isInSync() {
    return answers(
        admin -> {
          var names = admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get();
          return admin.describeTopics(names).allTopicNames().get().values().stream()
              .flatMap(topic -> topic.partitions().stream())
              .allMatch(part -> part.isr().size() == part.replicas().size());
        });
  }

  private boolean answers(Question question) {
    try (Admin admin = Admin.create(settings())) {
      return question.ask(admin);
    } catch (ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Map<String, Object> settings() {
    return kafka.with(
        Map.of(
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            PATIENCE_MS,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            PATIENCE_MS,
            AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG,
            100,
            AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
            500));
  }
}
