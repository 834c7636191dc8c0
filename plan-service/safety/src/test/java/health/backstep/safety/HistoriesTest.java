package health.backstep.safety;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.safety.history.Histories;
import health.backstep.safety.property.SafetyProperty;
import health.backstep.safety.run.Ground;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HistoriesTest {

  private static final Ground GROUND = Ground.current();
  private static SafetyReport report;

  @BeforeAll
  static void runs() {
    report = new SafetyRun(GROUND, GROUND.planner(), List.of()).run(2_000, 7, _ -> {});
  }

  @Test
  void the_same_seed_makes_the_same_history() {
    assertThat(Histories.of(42)).isEqualTo(Histories.of(42)).isNotEqualTo(Histories.of(43));
  }

  @ParameterizedTest
  @EnumSource
  void histories_reach_what_they_are_meant_to_reach(Reached goal) {
    assertThat(report.coverage().get(goal)).isGreaterThan(10);
  }

  @Test
  void there_are_ten_properties_numbered_from_1_to_10() {
    assertThat(SafetyProperty.ALL)
        .extracting(SafetyProperty::number)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  }
}
