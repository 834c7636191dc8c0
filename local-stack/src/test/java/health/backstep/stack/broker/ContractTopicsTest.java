package health.backstep.stack.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import health.backstep.stack.platform.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The topics of a real broker, as it describes them, are those that the contract promises. */
class ContractTopicsTest {

  @TempDir private Path dataDir;

  /** What is said of a topic: its partitions and the settings that are its own. */
  private record Described(int partitions, Map<String, String> settings) {}

  @Test
  void a_broker_that_was_set_up_describes_what_the_contract_says() throws Exception {
    Map<String, Described> contract = contract();

    try (KafkaBroker broker = KafkaBroker.start(dataDir, Ports.free());
        Admin admin = Admin.create(AdminSettings.of(broker.bootstrapServers(), Map.of()))) {
      Topics.createAll(broker.bootstrapServers());

      assertThat(contract).hasSize(7);
      assertThat(described(admin, contract)).isEqualTo(contract);
    }
  }

  /** The file itself, past the class that creates topics from it. */
  private static Map<String, Described> contract() throws IOException {
    try (InputStream in = Topics.class.getResourceAsStream("/contracts/asyncapi.yaml")) {
      return new YAMLMapper()
          .readTree(in)
          .path("channels")
          .valueStream()
          .collect(
              Collectors.toMap(
                  channel -> channel.path("address").asText(),
                  channel -> promised(channel.at("/bindings/kafka"))));
    }
  }

  private static Described promised(JsonNode kafka) {
    Map<String, String> settings = new TreeMap<>();
    kafka
        .path("topicConfiguration")
        .properties()
        .forEach(
            setting ->
                settings.put(
                    setting.getKey(),
                    setting.getValue().isArray()
                        ? setting.getValue().get(0).asText()
                        : setting.getValue().asText()));
    return new Described(kafka.path("partitions").asInt(), settings);
  }

  private static Map<String, Described> described(Admin admin, Map<String, Described> contract)
      throws ExecutionException, InterruptedException {
    Map<String, Described> found = new TreeMap<>();
    for (TopicDescription topic :
        admin.describeTopics(admin.listTopics().names().get()).allTopicNames().get().values()) {
      Map<String, String> promised =
          contract.containsKey(topic.name()) ? contract.get(topic.name()).settings() : Map.of();
      Map<String, String> settings = settings(admin, topic.name());
      settings.keySet().retainAll(promised.keySet());
      found.put(topic.name(), new Described(topic.partitions().size(), settings));
    }
    return found;
  }

  private static Map<String, String> settings(Admin admin, String topic)
      throws ExecutionException, InterruptedException {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    Config config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
    return new TreeMap<>(
        config.entries().stream().collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value)));
  }
}
