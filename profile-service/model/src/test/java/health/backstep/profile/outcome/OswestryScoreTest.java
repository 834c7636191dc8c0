package health.backstep.profile.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.profile.assessment.OdiAnswers;
import health.backstep.rules.RuleSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("PROM")
class OswestryScoreTest {

  private final OswestryScore score = new OswestryScore(RuleSet.current());

  @ParameterizedTest
  @CsvSource({
    // one digit an item, - is not answered
    "1121101111, 20",
    "1121101121, 22",
    "0000000000, 0",
    "5555555555, 100",
    "555555555-, 100",
    "111111111-, 20",
    "111111112-, 22",
    "222222222-, 40",
    "222222223-, 42",
    "11111111--,",
    "----------,",
  })
  void isAPercentageOfWhatWasAnsweredFromNineItemsOn(String answers, Integer percent) {
    assertThat(score.of(odi(answers))).isEqualTo(Optional.ofNullable(percent));
  }

  private static OdiAnswers odi(String answers) {
    List<Integer> items =
        answers.chars().mapToObj(answer -> answer == '-' ? null : answer - '0').toList();
    return new OdiAnswers(items);
  }
}
