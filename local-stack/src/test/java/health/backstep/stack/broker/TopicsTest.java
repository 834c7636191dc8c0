package health.backstep.stack.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsTest {

  private static final String SAMPLE =
      """
      asyncapi: 3.0.0
      channels:
        events:
          address: pt.sample.events.v1
          bindings:
            kafka:
              partitions: 12
              replicas: 1
              topicConfiguration:
                cleanup.policy: [delete]
                retention.ms: 7776000000
        state:
          address: pt.sample.state.v1
          bindings:
            kafka: {partitions: 3, replicas: 1, topicConfiguration: {cleanup.policy: [compact, delete]}}
      """;

  @Test
  void are_the_channels_of_the_document() throws IOException {
    assertThat(read(SAMPLE))
        .containsExactly(
            new TopicSpec(
                "pt.sample.events.v1",
                12,
                (short) 1,
                Map.of("cleanup.policy", "delete", "retention.ms", "7776000000")),
            new TopicSpec(
                "pt.sample.state.v1", 3, (short) 1, Map.of("cleanup.policy", "compact,delete")));
  }

  @Test
  void name_the_channel_that_lacks_its_partitions() {
    assertThatThrownBy(() -> read(SAMPLE.replace("partitions: 12", "parts: 12")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("channel events")
        .hasMessageContaining("'partitions'");
  }

  @Test
  void come_from_the_contract() {
    assertThat(Topics.fromContract())
        .extracting(TopicSpec::name)
        .contains("pt.profile.events.v1", "pt.session.events.v1", "pt.plan.events.v1");
  }

  private static List<TopicSpec> read(String document) throws IOException {
    return Topics.read(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
  }
}
