package health.backstep.stack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmUpTest {

  private static final Duration LONG = Duration.ofHours(1);

  @Test
  void ends_when_the_rate_has_not_grown_four_times_in_a_row() {
    Iterator<Double> rates =
        List.of(10.0, 50.0, 51.0, 50.0, 51.0, 90.0, 89.0, 94.0, 93.0, 94.0, 500.0).iterator();
    WarmUp warmUp = WarmUp.until(LONG, rates::next);
    assertThat(warmUp.steady()).isTrue();
    assertThat(warmUp.perSecond()).isEqualTo(94.0);
    assertThat(rates.next()).isEqualTo(500.0);
  }

  @Test
  void does_not_begin_a_window_that_would_pass_the_limit() {
    WarmUp warmUp = WarmUp.until(Duration.ofSeconds(2), () -> 10.0);
    assertThat(warmUp.steady()).isFalse();
    assertThat(warmUp.perSecond()).isZero();
  }
}
