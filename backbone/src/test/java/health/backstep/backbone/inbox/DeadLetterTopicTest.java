package health.backstep.backbone.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadLetterTopicTest {

  @ParameterizedTest
  @CsvSource({
    "pt.plan.events.v1, pt.plan.events.dlq.v1",
    "pt.session.events.v1, pt.session.events.dlq.v1",
    "pt.profile.events.v1, pt.profile.events.dlq.v1",
  })
  void deadLettersLieBesideTheirSource(String topic, String deadLetters) {
    assertThat(DeadLetters.topicFor(topic)).isEqualTo(deadLetters);
  }
}
