package health.backstep.stack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BudgetTest {

  private final Budget budget = new Budget(Duration.ofMinutes(10));

  @Test
  void goes_by_the_longest_so_far() {
    budget.took(Duration.ofMinutes(9));
    budget.took(Duration.ofMinutes(1));
    assertThat(budget.allowsOneMore(Duration.ofSeconds(30))).isTrue();
    assertThat(budget.allowsOneMore(Duration.ofMinutes(2))).isFalse();
  }

  @Test
  void forgets_how_long_other_work_took_and_not_when_it_ends() {
    budget.took(Duration.ofMinutes(9));
    Budget others = budget.forOthers();
    assertThat(others.allowsOneMore(Duration.ofMinutes(9))).isTrue();
    assertThat(others.allowsOneMore(Duration.ofMinutes(11))).isFalse();
  }
}
