package health.backstep.stack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BenchPlanTest {

  @Test
  void measures_floors_for_a_third_and_reads_for_half_of_the_time_of_a_load() {
    BenchPlan plan = BenchPlan.ofSeconds(6);
    assertThat(plan.load()).isEqualTo(Duration.ofSeconds(6));
    assertThat(plan.floor()).isEqualTo(Duration.ofSeconds(2));
    assertThat(plan.reads()).isEqualTo(Duration.ofSeconds(3));
    assertThat(plan.rounds()).isEqualTo(5);
    assertThat(plan.backlogs()).isEqualTo(5);
  }

  @Test
  void warms_flares_for_as_long_as_it_measures_them() {
    BenchPlan plan = BenchPlan.full();
    assertThat(plan.flareWarmUps()).isEqualTo(plan.rounds());
    assertThat(BenchPlan.quick().flareWarmUps()).isEqualTo(1);
  }

  @Test
  void has_less_time_when_some_was_spent() {
    BenchPlan plan = BenchPlan.quick();
    assertThat(plan.budget()).isLessThan(Duration.ofMinutes(3));
    assertThat(plan.after(Duration.ofSeconds(20)).budget())
        .isEqualTo(plan.budget().minusSeconds(20));
  }
}
