package health.backstep.docs;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.plan.catalogue.Dose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @ParameterizedTest(name = "{6}")
  @CsvSource({
    "1, 8, 0, 4, false, 0, 8 reps",
    "1, 1, 5, 4, true, 0, 1 rep · 5 s /side",
    "2, 8, 0, 4, false, 30, 2 × 8",
    "2, 8, 3, 4, true, 30, 2 × 8 · 3 s /side",
    "1, 1, 600, 0, false, 0, 10 min",
    "1, 3, 20, 0, true, 0, 3 × 20 s /side",
    "2, 1, 90, 0, false, 0, 2 × 90 s",
  })
  void anAmountIsWrittenInFewSigns(
      int sets, int reps, int hold, int each, boolean perSide, int rest, String words) {
    assertThat(ShortDose.of(new Dose(sets, reps, hold, each, perSide, rest))).isEqualTo(words);
  }

  @Test
  void linesBreakBetweenWordsAndTheLastOneIsCut() {
    assertThat(Words.wrapped("Full lift, longer hold", 12, 2))
        .containsExactly("Full lift,", "longer hold");
    assertThat(Words.wrapped("Half way down, three rounds", 12, 2))
        .containsExactly("Half way", "down, three…");
    assertThat(Words.wrapped("Short", 12, 2)).containsExactly("Short");
  }

  @Test
  void namesOfCodeBecomeWords() {
    assertThat(Words.ofCamelCase("ageOverYears")).isEqualTo("age over years");
    assertThat(Words.of(health.backstep.plan.catalogue.Block.COOL_DOWN)).isEqualTo("cool down");
  }
}
