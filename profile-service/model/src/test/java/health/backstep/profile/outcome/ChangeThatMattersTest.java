package health.backstep.profile.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.backstep.rules.RuleSet;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("OUT-1")
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

  @ParameterizedTest
  @CsvSource({
    "20, 16, SAME",
    "20, 15, IMPROVED", // five points
    "15, 20, WORSE",
    "10, 8, SAME", // 20 %
    "10, 7, IMPROVED", // 30 %
    "0, 4, SAME",
    "0, 5, WORSE",
  })
  void theRolandMorrisScoreMattersFromFivePointsOr30PercentOn(
      int baseline, int now, Verdict verdict) {
    assertThat(change.ofRmdq(baseline, now)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    // more is better
    "PSFS, 5.0, 6.4, SAME",
    "PSFS, 5.0, 6.5, IMPROVED",
    "PSFS, 5.0, 3.5, WORSE",
    "PSFS, 0, 0, SAME",
    "PSFS, 0, 6, ", // nothing to take 30 % of
    "PSEQ, 20, 25, SAME",
    "PSEQ, 20, 26, IMPROVED",
    "PSEQ, 20, 14, WORSE",
    // less is better
    "FABQ_PHYSICAL_ACTIVITY, 20, 15, SAME",
    "FABQ_PHYSICAL_ACTIVITY, 20, 14, IMPROVED",
    "FABQ_PHYSICAL_ACTIVITY, 15, 20, WORSE",
    "FABQ_PHYSICAL_ACTIVITY, 0, 10, ",
    "PAIN, 0, 2, WORSE",
    "ODI, 60, 50, IMPROVED",
    "RMDQ, 20, 15, IMPROVED",
  })
  void aMeasureWithoutPointsOfItsOwnGoesByThePercentAlone(
      Measure measure, BigDecimal earlier, BigDecimal now, Verdict verdict) {
    assertThat(change.of(new Score(measure, earlier, 3), new Score(measure, now, 3)))
        .isEqualTo(Optional.ofNullable(verdict));
  }

  @Test
  void aMeanOfOtherActivitiesCannotBeCompared() {
    assertThat(
            change.of(
                new Score(Measure.PSFS, BigDecimal.ONE, 3),
                new Score(Measure.PSFS, BigDecimal.TEN, 2)))
        .isEmpty();
  }

  @Test
  void anOswestryScoreOfNineAnswersCanBeComparedWithOneOfTen() {
    assertThat(
            change.of(
                new Score(Measure.ODI, BigDecimal.valueOf(40), 9),
                new Score(Measure.ODI, BigDecimal.valueOf(20), 10)))
        .contains(Verdict.IMPROVED);
  }

  @Test
  void twoMeasuresAreNeverCompared() {
    assertThatThrownBy(
            () ->
                change.of(
                    new Score(Measure.PAIN, BigDecimal.ONE, 1),
                    new Score(Measure.ODI, BigDecimal.ONE, 10)))
        .hasMessage("scores must be of one measure");
  }
}
