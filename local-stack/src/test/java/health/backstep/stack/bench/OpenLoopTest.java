package health.backstep.stack.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

  @Test
  void begins_each_at_its_time_and_not_before() {
    List<Long> early =
        OpenLoop.run(5, 200, (_, intended) -> Math.max(0, intended - System.nanoTime()));
    assertThat(early).hasSize(5).containsOnly(0L);
  }

  @Test
  void spaces_the_intended_times_evenly() {
    List<Long> intended = OpenLoop.run(4, 1000, (_, time) -> time);
    for (int i = 1; i < intended.size(); i++) {
      assertThat(intended.get(i) - intended.getFirst()).isEqualTo(i * 1_000_000L);
    }
  }

  @Test
  void waits_for_nobody_before_it_begins_the_next() {
    CountDownLatch lastHasBegun = new CountDownLatch(1);
    List<Integer> numbers =
        OpenLoop.run(
            3,
            1000,
            (number, _) -> {
              if (number == 2) {
                lastHasBegun.countDown();
              }
              lastHasBegun.await();
              return number;
            });
    assertThat(numbers).containsExactly(0, 1, 2);
  }

  @Test
  void tells_what_failed() {
    assertThatThrownBy(
            () ->
                OpenLoop.run(
                    1,
                    1,
                    (_, _) -> {
                      throw new IllegalStateException("closed");
                    }))
        .hasMessageContaining("closed");
  }
}
