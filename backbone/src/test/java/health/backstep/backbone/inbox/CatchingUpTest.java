package health.backstep.backbone.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CatchingUpTest {

  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final AtomicLong nanos = new AtomicLong();
  private final CatchingUp catchingUp = new CatchingUp(nanos::get);

  @Test
  void aConsumerWithoutPartitionsNeverCatchesUp() {
    pass(Duration.ofHours(5));

    assertThat(catchingUp.isDone(LIMIT)).isFalse();
  }

  @Test
  void whoeverWasAtTheEndOnceHasCaughtUp() {
    catchingUp.read(false);
    assertThat(catchingUp.isDone(LIMIT)).isFalse();

    catchingUp.read(true);
    catchingUp.read(false);
    assertThat(catchingUp.isDone(LIMIT)).isTrue();
  }

  @Test
  void whoeverHasReadForTheWholeLimitWaitsNoLonger() {
    catchingUp.read(false);
    pass(LIMIT.minusNanos(1));
    catchingUp.read(false);
    assertThat(catchingUp.isDone(LIMIT)).isFalse();

    pass(Duration.ofNanos(1));
    assertThat(catchingUp.isDone(LIMIT)).isTrue();
  }

  @Test
  void aConsumerThatBeginsAnewHasToCatchUpAgain() {
    catchingUp.read(true);
    catchingUp.begin();

    assertThat(catchingUp.isDone(LIMIT)).isFalse();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
