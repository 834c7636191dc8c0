package health.backstep.profile.classification;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.profile.assessment.Answers;
import health.backstep.profile.assessment.NightPain;
import health.backstep.profile.assessment.Settling;
import health.backstep.profile.assessment.StartBackAnswers;
import health.backstep.rules.RuleSet;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdsTest {

  private final RuleSet rules = RuleSet.current();

  @Tag("AC-1")
  @ParameterizedTest
  @CsvSource({
    "0, ACUTE",
    "27, ACUTE",
    "28, SUBACUTE",
    "84, SUBACUTE",
    "85, CHRONIC",
    "4000, CHRONIC",
  })
  void acuityFollowsTheDaysSinceOnset(int days, Acuity acuity) {
    assertThat(new AcuityBand(rules).of(Answers.ASSESSED_ON.minusDays(days), Answers.ASSESSED_ON))
        .isEqualTo(acuity);
  }

  @Tag("NRS-1")
  @ParameterizedTest
  @CsvSource({
    "0, NONE",
    "1, MILD",
    "3, MILD",
    "4, MODERATE",
    "6, MODERATE",
    "7, SEVERE",
    "10, SEVERE",
  })
  void painIsGraded(int pain, PainGrade grade) {
    assertThat(new PainGrading(rules).of(pain)).isEqualTo(grade);
  }

  @Tag("IR-1")
  @ParameterizedTest
  @CsvSource({
    "NONE,     NONE,      UNDER_30_MINUTES, LOW",
    "MILD,     NONE,      UNDER_30_MINUTES, LOW",
    "MODERATE, NONE,      UNDER_30_MINUTES, MODERATE",
    "SEVERE,   NONE,      UNDER_30_MINUTES, HIGH",
    "NONE,     SOMETIMES, UNDER_30_MINUTES, MODERATE",
    "NONE,     CONSTANT,  UNDER_30_MINUTES, HIGH",
    "NONE,     NONE,      UP_TO_24_HOURS,   MODERATE",
    "NONE,     NONE,      OVER_24_HOURS,    HIGH",
    "SEVERE,   SOMETIMES, UP_TO_24_HOURS,   HIGH",
  })
  void irritabilityIsTheWorstOfThree(
      PainGrade pain, NightPain nightPain, Settling settling, Irritability irritability) {
    assertThat(Irritability.of(pain, nightPain, settling)).isEqualTo(irritability);
  }

  @Tag("TB-1")
  @ParameterizedTest
  @CsvSource({
    // pain, odi, irritability, stage
    "0, 0,  LOW,      BUILD",
    "3, 20, LOW,      BUILD",
    "4, 20, LOW,      CONTROL",
    "3, 21, LOW,      CONTROL",
    "3,,    LOW,      CONTROL",
    "3, 20, MODERATE, CONTROL",
    "6, 40, MODERATE, CONTROL",
    "7, 40, MODERATE, CALM",
    "6, 41, MODERATE, CALM",
    "6, 40, HIGH,     CALM",
    "0, 0,  HIGH,     CALM",
    "0, 41, LOW,      CALM",
    "7,,    LOW,      CALM",
  })
  void theWorstOfPainDisabilityAndIrritabilitySetsTheStage(
      int pain, Integer odi, Irritability irritability, Stage stage) {
    assertThat(new TreatmentStage(rules).of(pain, Optional.ofNullable(odi), irritability))
        .isEqualTo(stage);
  }

  @Tag("SB-1")
  @ParameterizedTest
  @CsvSource({
    "0, 0, LOW",
    "3, 3, LOW",
    "4, 0, MEDIUM",
    "4, 3, MEDIUM",
    "4, 4, HIGH",
    "9, 3, MEDIUM",
    "9, 5, HIGH",
  })
  void startBackGivesTheRiskGroup(int total, int psychosocial, RiskGroup group) {
    StartBackAnswers answers = new StartBackAnswers(total, psychosocial);

    assertThat(new StartBackRisk(rules).of(Optional.of(answers))).isEqualTo(group);
  }

  @Tag("SB-1")
  @Test
  void withoutStartBackTheRiskIsUnknown() {
    assertThat(new StartBackRisk(rules).of(Optional.empty())).isEqualTo(RiskGroup.UNKNOWN);
  }
}
