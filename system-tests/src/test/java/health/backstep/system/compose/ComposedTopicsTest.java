package health.backstep.system.compose;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.stack.broker.KafkaBroker;
import health.backstep.stack.broker.TopicSpec;
import health.backstep.stack.broker.Topics;
import health.backstep.stack.cli.Backstep;
import health.backstep.stack.platform.Ports;
import health.backstep.stack.process.Jdk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The topics are written down once, in the contract; the container that makes them reads it. */
class ComposedTopicsTest {

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  @TempDir private Path folder;

  @Test
  void the_topic_container_gives_a_broker_the_topics_of_the_contract_and_can_be_repeated()
      throws Exception {
    try (KafkaBroker broker = KafkaBroker.start(folder, Ports.free());
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      assertThat(exitCodeOfContainerOn(broker)).isZero();
      assertThat(exitCodeOfContainerOn(broker)).isZero();

      assertThat(admin.listTopics().names().get()).isEqualTo(contract());
    }
  }

  @Test
  void no_file_of_the_deployment_names_a_topic_itself() {
    for (String file : List.of("docker-compose.yml", "deploy/Dockerfile")) {
      assertThat(ComposeFile.text(file)).doesNotContain(contract());
    }
  }

  /** What the container starts, with the jars of this test and the broker's address. */
  private static int exitCodeOfContainerOn(KafkaBroker broker) throws Exception {
    List<String> entryPoint = entryPointOfTopics();
    List<String> command =
        new ArrayList<>(List.of(Jdk.java(), "-cp", System.getProperty("java.class.path")));
    command.addAll(
        entryPoint.subList(entryPoint.indexOf(Backstep.class.getName()), entryPoint.size()));
    for (Object word : ComposeFile.list(createTopics().get("command"))) {
      command.add(((String) word).replace("kafka:9092", broker.bootstrapServers()));
    }
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static Map<String, Object> createTopics() {
    return ComposeFile.read().services().get("create-topics");
  }

  private static List<String> entryPointOfTopics() {
    String stage = ComposeFile.text("deploy/Dockerfile").replaceFirst("(?s).* AS topics\\n", "");
    String line = stage.lines().filter(l -> l.startsWith("ENTRYPOINT")).findFirst().orElseThrow();
    return QUOTED.matcher(line).results().map(match -> match.group(1)).toList();
  }

  private static Set<String> contract() {
    return Topics.fromContract().stream().map(TopicSpec::name).collect(Collectors.toSet());
  }
}
