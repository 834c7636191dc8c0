package health.backstep.backbone.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Silence is broken by what Kafka says, and by nothing else. */
class KafkaSilenceTest {

  private final AtomicLong nanos = new AtomicLong(Duration.ofDays(-1).toNanos());
  private final KafkaSilence silence = new KafkaSilence(nanos::get);

  @Test
  void nobodyIsMissedBeforeHeIsAsked() {
    pass(Duration.ofHours(1));

    assertThat(silence.lasts()).isZero();
  }

  @Test
  void itLastsFromTheFirstQuestionUntilTheFirstAnswer() {
    silence.begin();
    pass(Duration.ofSeconds(40));
    silence.received(0);
    assertThat(silence.lasts()).isEqualTo(Duration.ofSeconds(40));

    silence.received(120);

    assertThat(silence.lasts()).isZero();
  }

  @Test
  void whatWasHeardBeforeDoesNotCountAgain() {
    silence.begin();
    silence.received(120);
    pass(Duration.ofSeconds(31));

    silence.received(120);

    assertThat(silence.lasts()).isEqualTo(Duration.ofSeconds(31));
  }

  @Test
  void aNewConsumerHasHeardNothingYet() {
    silence.begin();
    silence.received(120);
    pass(Duration.ofSeconds(10));
    silence.received(0);
    pass(Duration.ofSeconds(10));
    silence.received(0);

    assertThat(silence.lasts()).isEqualTo(Duration.ofSeconds(20));
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
