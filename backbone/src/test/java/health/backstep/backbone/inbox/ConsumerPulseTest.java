package health.backstep.backbone.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ConsumerPulseTest {

  private final AtomicLong now = new AtomicLong();
  private final AtomicBoolean alive = new AtomicBoolean(true);
  private final ConsumerPulse pulse = new ConsumerPulse(now::get);

  @Test
  void aServiceThatReadsNothingIsWell() {
    passes(Duration.ofHours(1));

    assertThat(pulse.isRegular()).isTrue();
  }

  @Test
  void aConsumerThatGoesRoundIsWell() {
    pulse.expect(alive::get);
    passes(Duration.ofSeconds(59));
    pulse.beat();
    passes(Duration.ofSeconds(59));

    assertThat(pulse.isRegular()).isTrue();
  }

  @Test
  void aConsumerThatHangsIsSeen() {
    pulse.expect(alive::get);
    passes(Duration.ofSeconds(61));

    assertThat(pulse.isRegular()).isFalse();
    assertThat(pulse.silence()).isEqualTo(Duration.ofSeconds(61));
  }

  @Test
  void aConsumerThatHasEndedIsSeenAtOnce() {
    pulse.expect(alive::get);
    alive.set(false);

    assertThat(pulse.isRegular()).isFalse();
  }

  private void passes(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
