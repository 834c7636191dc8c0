package health.backstep.plan.routine;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.plan.catalogue.Equipment;
import health.backstep.rules.FrighteningLabels;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonsTest {

  private final Reasons reasons = new Reasons(Patients.RULES);

  @ParameterizedTest
  @CsvSource({
    "cat-cow, PL-ORDER PL-STAGE PL-DOSE",
    "prone-on-elbows, PL-ORDER PL-STAGE PL-DIR PL-DOSE",
    "bridge, PL-ORDER PL-STAGE PL-BRACE PL-DOSE",
    "elliptical, PL-ORDER PL-STAGE PL-EQUIP PL-DOSE",
    "squat, PL-ORDER PL-STAGE PL-AVOID PL-BRACE PL-DOSE",
    "leg-press, PL-ORDER PL-STAGE PL-AVOID PL-EQUIP PL-BRACE PL-DOSE"
  })
  void anItemNamesTheRulesThatPutItThere(String id, String rules) {
    assertThat(reasons.of(Item.at(Patients.CATALOGUE.get(id), 1)))
        .extracting(Reason::rule)
        .containsExactly(rules.split(" "));
  }

  @Test
  @Tag("PL-AVOID")
  void aContestedExerciseNamesBothSources() {
    Reason contested =
        reasons.of(Item.at(Patients.CATALOGUE.get("squat"), 1)).stream()
            .filter(reason -> reason.rule().equals("PL-AVOID"))
            .findFirst()
            .orElseThrow();

    assertThat(contested.sources()).containsExactly("RTB", "BW-AVOID-LOWBACK");
    assertThat(contested.text())
        .contains("Relax The Back recommends it")
        .contains("best and worst exercises advises against it");
  }

  @ParameterizedTest
  @EnumSource(Stage.class)
  void everyItemOfEveryRoutineHasRulesSourcesAndCalmWords(Stage stage) {
    for (Bias bias : Bias.values()) {
      List<Item> items =
          Patients.at(stage)
              .preferring(bias)
              .clearedForLoading()
              .with(EnumSet.allOf(Equipment.class))
              .minutes(60)
              .routine()
              .items();
      assertThat(items)
          .flatExtracting(reasons::of)
          .isNotEmpty()
          .allSatisfy(
              reason -> {
                assertThat(Patients.RULES.rule(reason.rule()).version())
                    .isEqualTo(reason.ruleVersion());
                assertThat(reason.sources()).isNotEmpty();
                assertThat(FrighteningLabels.firstIn(reason.text())).isEmpty();
              });
    }
  }
}
