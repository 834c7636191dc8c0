package health.backstep.profile.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.backstep.profile.redflag.Answer;
import health.backstep.profile.redflag.RedFlag;
import health.backstep.profile.redflag.RedFlagAnswers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssessmentTest {

  @ParameterizedTest
  @CsvSource({
    "11, 4, 6, pain.now must be from 0 to 10",
    "-1, 4, 6, pain.now must be from 0 to 10",
    "4, 11, 6, pain.average7d must be from 0 to 10",
    "4, 4, 11, pain.worst24h must be from 0 to 10",
  })
  void painBeyondTheScaleIsRefusedByField(int now, int average, int worst, String message) {
    assertThatThrownBy(() -> pain(now, average, worst, LocalDate.of(2026, 10, 25)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "4, 2, 4", "2, 4, 4"})
  void theHigherOfNowAndTheWeekPrevails(int now, int average, int prevailing) {
    assertThat(pain(now, average, 9, LocalDate.of(2026, 10, 25)).prevailing())
        .isEqualTo(prevailing);
  }

  @Test
  void painCannotBeginAfterTheAssessment() {
    Answers answers = Answers.ofTheContractsExample().onset(Answers.ASSESSED_ON.plusDays(1));

    assertThatThrownBy(answers::given)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pain.onset must not be after the day of assessedAt");
  }

  @Test
  void painMayHaveBegunTodayWhereThePatientLives() {
    Assessment assessment =
        new Assessment(
            Instant.parse("2026-11-19T20:00:00Z"),
            ZoneId.of("Pacific/Auckland"),
            pain(4, 4, 6, LocalDate.of(2026, 11, 20)),
            PainSource.MUSCULAR,
            true,
            ActivityBefore.LIGHT,
            Set.of(),
            Set.of(),
            List.of(),
            RedFlagAnswers.allNo(),
            Questionnaires.none(),
            InflammatoryAnswers.none());

    assertThat(assessment.assessedOn()).isEqualTo("2026-11-20");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 9, 11})
  void theOswestryIndexHasTenItems(int items) {
    assertThatThrownBy(() -> new OdiAnswers(Collections.nCopies(items, 1)))
        .hasMessage("questionnaires.odi must have 10 items");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 6})
  void anOswestryItemIsAnsweredFrom0To5(int answer) {
    List<Integer> items = Arrays.asList(answer, 0, 0, 0, 0, 0, 0, 0, 0, null);

    assertThatThrownBy(() -> new OdiAnswers(items))
        .hasMessage("questionnaires.odi must be from 0 to 5");
  }

  @ParameterizedTest
  @CsvSource({
    "10, 1, questionnaires.startBack.total must be from 0 to 9",
    "-1, 0, questionnaires.startBack.total must be from 0 to 9",
    "9, 6, questionnaires.startBack.psychosocial must be from 0 to 5",
    "3, 4, questionnaires.startBack.psychosocial must not be above questionnaires.startBack.total",
  })
  void startBackScoresStayWithinTheTool(int total, int psychosocial, String message) {
    assertThatThrownBy(() -> new StartBackAnswers(total, psychosocial)).hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 23, 25})
  void theRolandMorrisQuestionnaireHas24Statements(int items) {
    assertThatThrownBy(() -> new RmdqAnswers(Collections.nCopies(items, true)))
        .hasMessage("questionnaires.rmdq must have 24 items");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 6})
  void thePatientNamesOneToFiveActivities(int activities) {
    assertThatThrownBy(() -> new PsfsScores(Collections.nCopies(activities, 5)))
        .hasMessage("questionnaires.psfs must have 1 to 5 activities");
  }

  @Test
  void everyItemStaysOnItsScale() {
    assertThatThrownBy(() -> new PsfsScores(List.of(11)))
        .hasMessage("questionnaires.psfs must be from 0 to 10");
    assertThatThrownBy(() -> new FabqPhysicalActivityAnswers(List.of(0, 7, 0, 0)))
        .hasMessage("questionnaires.fabqPhysicalActivity must be from 0 to 6");
    assertThatThrownBy(() -> new PseqAnswers(Collections.nCopies(10, -1)))
        .hasMessage("questionnaires.pseq must be from 0 to 6");
  }

  @Test
  @Tag("RF-INFLAMMATORY")
  void aQuestionAboutInflammationThatWasNotAskedIsOpen() {
    assertThat(InflammatoryAnswers.none().to(InflammatorySign.SLOW_ONSET))
        .isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void legWeaknessIsNoYesNoQuestion() {
    assertThatThrownBy(() -> RedFlagAnswers.allNo().with(RedFlag.LEG_WEAKNESS, Answer.NO))
        .hasMessage("redFlags.legWeakness must be answered on its own scale");
  }

  @ParameterizedTest
  @CsvSource({"true, YES", "false, NO", ", UNKNOWN"})
  void anAnswerThatIsMissingIsUnknown(Boolean given, Answer answer) {
    assertThat(Answer.of(given)).isEqualTo(answer);
  }

  private static PainReport pain(int now, int average, int worst, LocalDate onset) {
    return new PainReport(
        now,
        average,
        worst,
        PainLocation.LOW_BACK,
        PainQuality.DULL,
        onset,
        NightPain.NONE,
        Settling.UNDER_30_MINUTES);
  }
}
