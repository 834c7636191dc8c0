package health.backstep.profile.screening;

import static health.backstep.profile.assessment.InflammatorySign.BETTER_WITH_EXERCISE;
import static health.backstep.profile.assessment.InflammatorySign.NIGHT_PAIN_EASES_ON_GETTING_UP;
import static health.backstep.profile.assessment.InflammatorySign.NOT_BETTER_WITH_REST;
import static health.backstep.profile.assessment.InflammatorySign.ONSET_BEFORE_40;
import static health.backstep.profile.assessment.InflammatorySign.SLOW_ONSET;
import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.profile.assessment.Answers;
import health.backstep.profile.patient.Age;
import health.backstep.profile.redflag.Answer;
import health.backstep.rules.RuleSet;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers are told in a word: y, n or ?, for slow onset, exercise, rest and night. */
@Tag("RF-INFLAMMATORY")
class InflammatoryScreenTest {

  private static final Age THIRTY = new Age(30, 31);
  private static final Age FIFTY = new Age(49, 50);
  private static final LocalDate A_YEAR_AGO = Answers.ASSESSED_ON.minusYears(1);

  private final InflammatoryScreen screen = new InflammatoryScreen(RuleSet.current());

  @ParameterizedTest
  @CsvSource({
    // younger than 40 at onset, so one sign is there already
    "yyyy, YES",
    "yyyn, YES",
    "nyyy, YES",
    "yynn, NO",
    "yyy?, YES",
    "yyn?, UNKNOWN",
    "yn??, UNKNOWN",
    "nn??, NO",
    "????, UNKNOWN",
    "nnnn, NO",
  })
  void fourOfFiveSignsMakeThePattern(String answers, Answer expected) {
    assertThat(pattern(answered(answers).onset(A_YEAR_AGO), THIRTY)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"yyyy, YES", "yyyn, NO", "yyy?, UNKNOWN", "yynn, NO", "yyn?, NO"})
  void whoWasOlderAtOnsetNeedsAllTheOthers(String answers, Answer expected) {
    assertThat(pattern(answered(answers).onset(A_YEAR_AGO), FIFTY)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-19, NO",
    "2026-08-20, NO", // three months to the day
    "2026-08-19, YES",
    "2020-01-01, YES",
  })
  void onlyPainOfMoreThanThreeMonthsCounts(LocalDate onset, Answer expected) {
    assertThat(pattern(answered("yyyn").onset(onset), THIRTY)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    // ages that the birth year allows this year; the pain began last year
    "38, 39, UNKNOWN, YES",
    "39, 40, UNKNOWN, YES", // 38 or 39 at onset
    "40, 41, UNKNOWN, UNKNOWN", // 39 or 40
    "40, 41, YES,     YES",
    "40, 41, NO,      NO",
    "41, 42, UNKNOWN, NO", // 40 or 41
    // what is certain is not overruled
    "41, 42, YES,     NO",
    "39, 40, NO,      YES",
  })
  void birthYearAndOnsetSayWhetherItBeganBefore40(
      int youngest, int oldest, Answer told, Answer expected) {
    Answers answers = answered("yyyn").onset(A_YEAR_AGO).inflammatory(ONSET_BEFORE_40, told);

    assertThat(pattern(answers, new Age(youngest, oldest))).isEqualTo(expected);
  }

  @Test
  void onlySignsThatWereAnsweredWithYesAreNamed() {
    assertThat(screen.of(answered("yyyn").onset(A_YEAR_AGO).given(), THIRTY).found())
        .containsExactly(ONSET_BEFORE_40, SLOW_ONSET, BETTER_WITH_EXERCISE, NOT_BETTER_WITH_REST);
  }

  @Test
  void anOpenPatternGivesNoAdvice() {
    assertThat(screen.of(answered("yyn?").onset(A_YEAR_AGO).given(), THIRTY).found()).isEmpty();
  }

  private Answer pattern(Answers answers, Age age) {
    return screen.of(answers.given(), age).answer();
  }

  private static Answers answered(String four) {
    return Answers.ofTheContractsExample()
        .inflammatory(SLOW_ONSET, answer(four.charAt(0)))
        .inflammatory(BETTER_WITH_EXERCISE, answer(four.charAt(1)))
        .inflammatory(NOT_BETTER_WITH_REST, answer(four.charAt(2)))
        .inflammatory(NIGHT_PAIN_EASES_ON_GETTING_UP, answer(four.charAt(3)));
  }

  private static Answer answer(char letter) {
    return switch (letter) {
      case 'y' -> Answer.YES;
      case 'n' -> Answer.NO;
      default -> Answer.UNKNOWN;
    };
  }
}
