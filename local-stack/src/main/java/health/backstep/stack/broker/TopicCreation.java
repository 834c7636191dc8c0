package health.backstep.stack.broker;

import health.backstep.stack.platform.StackFailure;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;

/**
 * Brings the broker's topics in line with a list, without touching what exists.
 *
 * @param client Kafka's settings for getting in
 */
public record TopicCreation(String bootstrapServers, Map<String, String> client) {

  public static TopicCreation at(String bootstrapServers) {
    return new TopicCreation(bootstrapServers, Map.of());
  }

  /**
   * Creates what is missing.
   *
   * @throws StackFailure when a topic exists with another number of partitions: changing it would
   *     break the order per patient
   */
  public void create(List<TopicSpec> topics) {
    try (Admin admin = Admin.create(AdminSettings.of(bootstrapServers, client))) {
      Set<String> existing = admin.listTopics().names().get();
      createMissing(admin, topics, existing);
      requireSamePartitions(admin, topics, existing);
    } catch (ExecutionException e) {
      throw new StackFailure("Kafka refuses the topics: " + e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted while the topics were being made.", e);
    }
  }

  private static void createMissing(Admin admin, List<TopicSpec> topics, Set<String> existing)
      throws ExecutionException, InterruptedException {
    List<NewTopic> missing =
        topics.stream()
            .filter(topic -> !existing.contains(topic.name()))
            .map(TopicSpec::toNewTopic)
            .toList();
    admin.createTopics(missing).all().get();
  }

  private static void requireSamePartitions(
      Admin admin, List<TopicSpec> topics, Set<String> existing)
      throws ExecutionException, InterruptedException {
    Map<String, Integer> wanted =
        topics.stream()
            .filter(topic -> existing.contains(topic.name()))
            .collect(Collectors.toMap(TopicSpec::name, TopicSpec::partitions));
    Collection<TopicDescription> found =
        admin.describeTopics(wanted.keySet()).allTopicNames().get().values();
    String differences =
        found.stream()
            .filter(topic -> topic.partitions().size() != wanted.get(topic.name()))
            .map(topic -> difference(topic, wanted.get(topic.name())))
            .sorted()
            .collect(Collectors.joining("\n"));
    if (!differences.isEmpty()) {
      throw new StackFailure(
          differences
              + "\nRaising the count would break the order of a patient's events."
              + " Begin with empty data: ./backstep up --fresh");
    }
  }

  private static String difference(TopicDescription topic, int wanted) {
    return "Topic %s has %d partitions, the contract asks for %d."
        .formatted(topic.name(), topic.partitions().size(), wanted);
  }
}
