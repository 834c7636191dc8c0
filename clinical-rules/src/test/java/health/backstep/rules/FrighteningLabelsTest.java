package health.backstep.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrighteningLabelsTest {

  @ParameterizedTest
  @CsvSource({
    "Your disc is Damaged.,damaged",
    "signs of degeneration,degeneration",
    "It is worn out.,worn",
    "A slipped disc,slipped",
    "normal wear and tear,wear and tear",
    "the spine is crumbling,crumbling",
    "this is dangerous,dangerous"
  })
  void aFrighteningWordIsFoundWhereverItStands(String text, String label) {
    assertThat(FrighteningLabels.firstIn(text)).contains(label);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Stop if the pain sharpens or moves down a leg.",
        "Slip your foot forward and let it swear in a stear.",
        "Hurt is not harm.",
        ""
      })
  void calmWordsPass(String text) {
    assertThat(FrighteningLabels.firstIn(text)).isEmpty();
  }

  @Test
  void noRuleFrightensThePatient() {
    assertThat(RuleSet.current().rules())
        .allSatisfy(
            rule -> assertThat(FrighteningLabels.firstIn(rule.text())).as(rule.id()).isEmpty());
  }
}
