package health.backstep.profile.classification;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.profile.assessment.Answers;
import health.backstep.profile.assessment.PainSource;
import health.backstep.rules.RuleSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifierTest {

  private final Classifier classifier = new Classifier(RuleSet.current());

  @Test
  void anOfficeWorkerWhoseBackPrefersExtensionBeginsInControl() {
    Classification classification = classify(Answers.ofTheContractsExample());

    assertThat(classification)
        .isEqualTo(
            new Classification(
                Acuity.ACUTE,
                PainGrade.MODERATE,
                Irritability.MODERATE,
                new DirectionalPreference(Bias.EXTENSION, BiasConfidence.HIGH, Set.of(), false),
                Stage.CONTROL,
                RiskGroup.LOW,
                Optional.of(22),
                Fear.UNKNOWN,
                decidedBy("AC-1", "NRS-1", "IR-1", "DP-1", "TB-1", "SB-1", "PROM")));
  }

  @Test
  void withoutTestsAndQuestionnairesTheRulesForThemDecideNothing() {
    Classification classification =
        classify(Answers.ofTheContractsExample().tests().noQuestionnaires());

    assertThat(classification.riskGroup()).isEqualTo(RiskGroup.UNKNOWN);
    assertThat(classification.odiPercent()).isEmpty();
    assertThat(classification.bias()).isEqualTo(Bias.EXTENSION);
    assertThat(classification.biasConfidence()).isEqualTo(BiasConfidence.LOW);
    assertThat(classification.decidedBy())
        .isEqualTo(decidedBy("AC-1", "NRS-1", "IR-1", "DP-2", "TB-1"));
  }

  @Test
  void aPatientWhoIsDoingWellBuilds() {
    assertThat(classify(Answers.ofAPatientWhoIsDoingWell()).stage()).isEqualTo(Stage.BUILD);
  }

  @Tag("TB-1")
  @Test
  void anUnscoredQuestionnaireIsNoProofOfFewLimits() {
    assertThat(classify(Answers.ofAPatientWhoIsDoingWell().odiUnanswered()).stage())
        .isEqualTo(Stage.CONTROL);
  }

  @Tag("CL-2")
  @ParameterizedTest
  @CsvSource({"false, MUSCULAR", "true, UNKNOWN"})
  void tooLittleRestOrAnUnknownSourceKeepsTheStageAtCalm(boolean rest, PainSource source) {
    Classification classification =
        classify(Answers.ofAPatientWhoIsDoingWell().adequateRest(rest).painSource(source));

    assertThat(classification.stage()).isEqualTo(Stage.CALM);
    assertThat(classification.decidedBy()).startsWith(new DecidingRule("CL-2", 1));
  }

  @Tag("TB-1")
  @ParameterizedTest
  @CsvSource({"3, 4", "4, 3"})
  void theHigherOfPainNowAndThisWeekDecides(int now, int average) {
    assertThat(classify(Answers.ofAPatientWhoIsDoingWell().pain(now, average)).stage())
        .isEqualTo(Stage.CONTROL);
  }

  @Tag("PROM")
  @Test
  void fearOfActivityIsAPartOfThePattern() {
    Classification classification =
        classify(Answers.ofTheContractsExample().tests().noQuestionnaires().fabq(4, 4, 4, 3));

    assertThat(classification.fear()).isEqualTo(Fear.HIGH);
    assertThat(classification.decidedBy()).contains(new DecidingRule("PROM", 1));
  }

  private Classification classify(Answers answers) {
    return classifier.classify(answers.given());
  }

  private static List<DecidingRule> decidedBy(String... rules) {
    return List.of(rules).stream().map(rule -> new DecidingRule(rule, 1)).toList();
  }
}
