package health.backstep.faults.nemesis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import health.backstep.stack.broker.TopicSpec;
import health.backstep.stack.broker.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventTopicTest {

  @ParameterizedTest
  @MethodSource("all")
  void isATopicOfTheContract(EventTopic topic) {
    assertThat(Topics.fromContract()).extracting(TopicSpec::name).contains(topic.topic());
  }

  @ParameterizedTest
  @MethodSource("all")
  void isReadByWhomTheContractNames(EventTopic topic) throws IOException {
    JsonNode operations = contract().path("operations");

    assertThat(topic.readers())
        .allSatisfy(
            reader ->
                assertThat(
                        operations.path(
                            reader.database() + "ServiceReceives" + capital(topic) + "Events"))
                    .isNotEmpty());
  }

  static List<EventTopic> all() {
    return EventTopic.ALL;
  }

  private static String capital(EventTopic topic) {
    String sender = topic.sender().database();
    return Character.toUpperCase(sender.charAt(0)) + sender.substring(1);
  }

  private static JsonNode contract() throws IOException {
    try (InputStream in = Topics.class.getResourceAsStream("/contracts/asyncapi.yaml")) {
      return new YAMLMapper().readTree(in);
    }
  }
}
