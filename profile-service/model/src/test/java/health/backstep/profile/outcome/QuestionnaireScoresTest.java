package health.backstep.profile.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.profile.assessment.Answers;
import health.backstep.profile.assessment.FabqPhysicalActivityAnswers;
import health.backstep.profile.assessment.OdiAnswers;
import health.backstep.profile.assessment.PseqAnswers;
import health.backstep.profile.assessment.PsfsScores;
import health.backstep.profile.assessment.Questionnaires;
import health.backstep.profile.assessment.RmdqAnswers;
import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("PROM")
class QuestionnaireScoresTest {

  private final QuestionnaireScores scores = new QuestionnaireScores(RuleSet.current());

  @ParameterizedTest
  @CsvSource({
    // yes, answered, score
    "0,  24, 0",
    "13, 24, 13",
    "24, 24, 24",
    "10, 23, 10", // 10.4
    "12, 23, 13", // 12.5
    "22, 22, 24",
    "11, 22, 12",
    "11, 21,",
    "0,  0,",
  })
  void theRolandMorrisScoreIsCarriedOverTo24FromTwentyTwoAnswersOn(
      int yes, int answered, Integer score) {
    assertThat(scored(Answers.ofTheContractsExample().rmdq(yes, answered), Measure.RMDQ))
        .isEqualTo(Optional.ofNullable(score).map(BigDecimal::valueOf));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.0",
    "10, 10.0",
    "3 4, 3.5",
    "3 4 4, 3.7",
    "1 1 2, 1.3",
    "0 0 0 0 1, 0.2",
    "2 4 6 8 10, 6.0",
  })
  void thePatientSpecificScaleIsTheMeanOfItsActivities(String activities, BigDecimal mean) {
    assertThat(scored(Answers.ofTheContractsExample().psfs(numbers(activities)), Measure.PSFS))
        .contains(mean);
  }

  @ParameterizedTest
  @CsvSource({"0 0 0 0, 0", "4 4 3 3, 14", "6 6 6 6, 24", "6 6 6 -,"})
  void fearAvoidanceNeedsAllFourItems(String items, Integer score) {
    assertThat(
            scored(
                Answers.ofTheContractsExample().fabq(numbers(items)),
                Measure.FABQ_PHYSICAL_ACTIVITY))
        .isEqualTo(Optional.ofNullable(score).map(BigDecimal::valueOf));
  }

  @ParameterizedTest
  @CsvSource({
    "0 0 0 0 0 0 0 0 0 0, 0",
    "3 3 3 3 3 3 3 3 3 4, 31",
    "6 6 6 6 6 6 6 6 6 6, 60",
    "6 6 6 6 6 6 6 6 6 -,",
  })
  void selfEfficacyNeedsAllTenItems(String items, Integer score) {
    assertThat(scored(Answers.ofTheContractsExample().pseq(numbers(items)), Measure.PSEQ))
        .isEqualTo(Optional.ofNullable(score).map(BigDecimal::valueOf));
  }

  @Test
  void whatWasNotAskedHasNoScore() {
    assertThat(scores.of(Questionnaires.none())).isEmpty();
  }

  @Test
  void theAnswersHaveTheShapeThatTheRuleSpeaksOf() {
    Rule rule = RuleSet.current().rule(QuestionnaireScores.RULE);

    assertThat(OdiAnswers.ITEMS).isEqualTo(rule.threshold("odiItems"));
    assertThat(OdiAnswers.MOST_PER_ITEM).isEqualTo(rule.threshold("odiItemMaximum"));
    assertThat(RmdqAnswers.ITEMS).isEqualTo(rule.threshold("rmdqItems"));
    assertThat(PsfsScores.MOST_ACTIVITIES).isEqualTo(rule.threshold("psfsActivitiesAtMost"));
    assertThat(PsfsScores.MOST_PER_ACTIVITY).isEqualTo(rule.threshold("psfsActivityMaximum"));
    assertThat(FabqPhysicalActivityAnswers.ITEMS).isEqualTo(rule.threshold("fabqPaItems"));
    assertThat(FabqPhysicalActivityAnswers.MOST_PER_ITEM)
        .isEqualTo(rule.threshold("fabqPaItemMaximum"));
    assertThat(PseqAnswers.ITEMS).isEqualTo(rule.threshold("pseqItems"));
    assertThat(PseqAnswers.MOST_PER_ITEM).isEqualTo(rule.threshold("pseqItemMaximum"));
  }

  private Optional<BigDecimal> scored(Answers answers, Measure measure) {
    List<Score> all = scores.of(answers.given().questionnaires());
    return all.stream().filter(s -> s.measure() == measure).map(Score::value).findFirst();
  }

  private static Integer[] numbers(String items) {
    return Arrays.stream(items.split(" "))
        .map(item -> item.equals("-") ? null : Integer.valueOf(item))
        .toArray(Integer[]::new);
  }
}
