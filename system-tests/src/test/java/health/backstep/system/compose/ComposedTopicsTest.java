package health.backstep.system.compose;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.stack.broker.TopicSpec;
import health.backstep.stack.broker.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The topics are written down once, in the contract; the container that makes them reads it. */
class ComposedTopicsTest {

  @TempDir private Path folder;

  @Test
  void the_topic_container_gives_a_broker_the_topics_of_the_contract_and_can_be_repeated()
      throws Exception {
    try (ComposedBroker broker = ComposedBroker.start(folder);
        Admin admin = Admin.create(broker.clientOf("create-topics"))) {
      assertThat(broker.createTopics()).isZero();
      assertThat(broker.createTopics()).isZero();

      assertThat(admin.listTopics().names().get()).isEqualTo(contract());
    }
  }

  @Test
  void no_file_of_the_deployment_names_a_topic_itself() {
    for (String file : List.of("docker-compose.yml", "deploy/Dockerfile")) {
      assertThat(ComposeFile.text(file)).doesNotContain(contract());
    }
  }

  private static Set<String> contract() {
    return Topics.fromContract().stream().map(TopicSpec::name).collect(Collectors.toSet());
  }
}
