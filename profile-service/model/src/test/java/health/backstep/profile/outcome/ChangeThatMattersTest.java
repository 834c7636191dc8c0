package health.backstep.profile.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.rules.RuleSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeThatMattersTest {

  private final ChangeThatMatters change = new ChangeThatMatters(RuleSet.current());

  @ParameterizedTest
  @CsvSource({
    "8, 7, SAME",
    "8, 6, IMPROVED",
    "8, 9, SAME",
    "8, 10, WORSE",
    "4, 3, SAME", // 25 %
    "3, 2, IMPROVED", // 33 %
    "3, 4, WORSE",
    "0, 0, SAME",
    "0, 1, SAME",
    "0, 2, WORSE",
  })
  void painMattersFromTwoPointsOr30PercentOn(int baseline, int now, Verdict verdict) {
    assertThat(change.ofPain(baseline, now)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "60, 51, SAME",
    "60, 50, IMPROVED",
    "60, 70, WORSE",
    "20, 15, SAME", // 25 %
    "20, 14, IMPROVED", // 30 %
    "0, 9, SAME",
    "0, 10, WORSE",
  })
  void disabilityMattersFromTenPointsOr30PercentOn(int baseline, int now, Verdict verdict) {
    assertThat(change.ofOdi(baseline, now)).isEqualTo(verdict);
  }
}
