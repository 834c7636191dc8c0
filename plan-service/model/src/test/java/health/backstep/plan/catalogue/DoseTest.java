package health.backstep.plan.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoseTest {

  @ParameterizedTest
  @CsvSource({"10, 20, 8", "10, 30, 7", "6, 20, 4", "1, 30, 1", "3, 0, 3"})
  void lessIsRoundedDownAndNeverNothing(int reps, int percent, int expected) {
    assertThat(new Dose(2, reps, 2, 4, false, 30).less(percent).reps()).isEqualTo(expected);
  }

  @Test
  void whatIsOnlyHeldGetsShorter() {
    Dose walk = new Dose(1, 1, 240, 0, false, 0);

    assertThat(walk.less(30)).isEqualTo(new Dose(1, 1, 168, 0, false, 0));
  }

  @Test
  void timeCountsSidesRestsAndTheChangeOfSide() {
    Dose dose = new Dose(2, 8, 2, 3, true, 30);

    assertThat(dose.workSeconds()).isEqualTo(160);
    assertThat(dose.totalSeconds(5)).isEqualTo(160 + 30 + 5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 6 | 2 | 4 | false | 0  | 6 times, each held for 2 seconds.",
        "2 | 8 | 0 | 4 | true  | 30 | 2 sets of 8, on each side, with 30 seconds of rest between sets.",
        "1 | 1 | 240 | 0 | false | 0 | 4 minutes.",
        "1 | 3 | 20 | 0 | true | 0 | 3 times 20 seconds, on each side."
      })
  void theAmountIsSaidInPlainWords(
      int sets, int reps, int hold, int perRep, boolean perSide, int rest, String words) {
    assertThat(new Dose(sets, reps, hold, perRep, perSide, rest).amount()).isEqualTo(words);
  }
}
