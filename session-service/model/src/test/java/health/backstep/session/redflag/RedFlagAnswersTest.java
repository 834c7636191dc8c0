package health.backstep.session.redflag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("RF-EMERGENCY")
@Tag("RF-URGENT")
class RedFlagAnswersTest {

  private static final List<String> QUESTIONS =
      List.of(
          "saddleNumbness",
          "bladderOrBowelChange",
          "cancerHistory",
          "unexplainedWeightLoss",
          "feverOrInfection",
          "intravenousDrugUse",
          "immunosuppression",
          "prolongedSteroids",
          "significantTrauma",
          "spineContusion",
          "knownFractureOrTumour",
          "spinalSurgeryWithinYear");

  @ParameterizedTest(name = "{0} is {2}")
  @CsvSource({
    "saddleNumbness, SADDLE_NUMBNESS, EMERGENCY",
    "bladderOrBowelChange, BLADDER_OR_BOWEL_CHANGE, EMERGENCY",
    "cancerHistory, CANCER_HISTORY, URGENT",
    "unexplainedWeightLoss, UNEXPLAINED_WEIGHT_LOSS, URGENT",
    "feverOrInfection, FEVER_OR_INFECTION, URGENT",
    "intravenousDrugUse, INTRAVENOUS_DRUG_USE, URGENT",
    "immunosuppression, IMMUNOSUPPRESSION, URGENT",
    "prolongedSteroids, PROLONGED_STEROIDS, URGENT",
    "significantTrauma, SIGNIFICANT_TRAUMA, URGENT",
    "spineContusion, SPINE_CONTUSION, URGENT",
    "knownFractureOrTumour, KNOWN_FRACTURE_OR_TUMOUR, URGENT",
    "spinalSurgeryWithinYear, SPINAL_SURGERY_WITHIN_YEAR, URGENT",
  })
  void aYesRaisesItsFlag(String question, RedFlag flag, Urgency urgency) {
    assertThat(yesTo(question).raised())
        .hasValueSatisfying(
            raised -> {
              assertThat(raised.flags()).containsExactly(flag);
              assertThat(raised.urgency()).isEqualTo(urgency);
              assertThat(raised.urgency().rule()).isEqualTo("RF-" + urgency);
            });
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "ONE_SIDE_STABLE, URGENT",
    "ONE_SIDE_PROGRESSIVE, URGENT",
    "BOTH_SIDES, EMERGENCY",
    "QUICKLY_WORSENING, EMERGENCY",
  })
  void aWeakLegIsUrgentAndTwoOrOneThatQuicklyGetsWorseAreAnEmergency(
      LegWeakness weakness, Urgency urgency) {
    assertThat(answers(weakness, Collections.nCopies(12, null)).raised())
        .map(RedFlagRaised::urgency)
        .hasValue(urgency);
  }

  @Test
  void aNoOrAnOpenQuestionRaisesNothing() {
    assertThat(answers(LegWeakness.NONE, Collections.nCopies(12, false)).raised()).isEmpty();
    assertThat(RedFlagAnswers.notAsked().raised()).isEmpty();
  }

  @Test
  void theHighestUrgencyWinsAndEveryFlagIsNamed() {
    assertThat(
            answers(LegWeakness.ONE_SIDE_STABLE, yes("saddleNumbness", "cancerHistory")).raised())
        .hasValueSatisfying(
            raised -> {
              assertThat(raised.urgency()).isEqualTo(Urgency.EMERGENCY);
              assertThat(raised.flags())
                  .containsExactly(
                      RedFlag.SADDLE_NUMBNESS,
                      RedFlag.LEG_WEAKNESS_ONE_SIDE_STABLE,
                      RedFlag.CANCER_HISTORY);
            });
  }

  private static RedFlagAnswers yesTo(String question) {
    return answers(null, yes(question));
  }

  private static List<Boolean> yes(String... questions) {
    List<Boolean> answers = new ArrayList<>(Collections.nCopies(QUESTIONS.size(), null));
    for (String question : questions) {
      answers.set(QUESTIONS.indexOf(question), true);
    }
    return answers;
  }

  private static RedFlagAnswers answers(LegWeakness weakness, List<Boolean> a) {
    return new RedFlagAnswers(
        a.get(0), a.get(1), weakness, a.get(2), a.get(3), a.get(4), a.get(5), a.get(6), a.get(7),
        a.get(8), a.get(9), a.get(10), a.get(11));
  }
}
