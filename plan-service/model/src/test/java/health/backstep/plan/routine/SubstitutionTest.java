package health.backstep.plan.routine;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.plan.catalogue.Equipment;
import health.backstep.plan.catalogue.Exercise;
import health.backstep.plan.catalogue.Region;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What takes the place of an exercise that hurt. */
@Tag("RG-MODERATE")
class SubstitutionTest {

  @Test
  void itIsNeverMoreDemandingNorLongerWorkThanWhatItReplaces() {
    int swaps = 0;
    for (Stage stage : Stage.values()) {
      for (Bias bias : Bias.values()) {
        for (Set<Equipment> equipment : Patients.equipmentSets()) {
          Needs needs =
              Patients.at(stage)
                  .preferring(bias)
                  .with(equipment)
                  .clearedForLoading()
                  .minutes(30)
                  .needs();
          Routine routine = Patients.BUILDER.build(needs);
          for (Item hurt : routine.items()) {
            Optional<Item> other = Patients.BUILDER.substitute(hurt, routine, needs);
            if (other.isPresent()) {
              swaps++;
              isFitting(other.get(), hurt, routine, needs);
            }
          }
        }
      }
    }
    assertThat(swaps).isGreaterThan(1000);
  }

  @ParameterizedTest
  @CsvSource({"bridge", "wall-sit", "sit-to-stand", "plank", "cat-cow", "hamstring-stretch"})
  void usualExercisesHaveSomethingOfTheSameKindInTheirPlace(String id) {
    Needs needs = Patients.at(Stage.CONTROL).needs();
    Item hurt = Item.at(Patients.CATALOGUE.get(id), 1);

    assertThat(Patients.BUILDER.substitute(hurt, new Routine(java.util.List.of(hurt)), needs))
        .map(other -> other.exercise().kind())
        .contains(hurt.exercise().kind());
  }

  @Test
  void aSidePlankDoesNotTakeThePlaceOfABridge() {
    Needs needs =
        Patients.at(Stage.CONTROL)
            .without("wall-sit", "sit-to-stand", "hip-hinge", "heel-raise", "wall-push-up")
            .needs();
    Item bridge = Item.at(Patients.CATALOGUE.get("bridge"), 2);
    Exercise sidePlank = Patients.CATALOGUE.get("side-plank");

    Item other =
        Patients.BUILDER
            .substitute(bridge, new Routine(java.util.List.of(bridge)), needs)
            .orElseThrow();

    assertThat(sidePlank.demand()).isGreaterThan(bridge.exercise().demand());
    assertThat(other.exercise()).isNotEqualTo(sidePlank);
    assertThat(other.exercise().demand()).isLessThanOrEqualTo(bridge.exercise().demand());
  }

  private static void isFitting(Item other, Item hurt, Routine routine, Needs needs) {
    assertThat(other.exercise().demand()).isLessThanOrEqualTo(hurt.exercise().demand());
    assertThat(other.load()).isLessThanOrEqualTo(hurt.load());
    assertThat(other.level()).isEqualTo(1);
    assertThat(routine.has(other.exerciseId())).isFalse();
    assertThat(Patients.BUILDER.eligibility().allows(other.exercise(), needs)).isTrue();
    Routine swapped = routine.replace(hurt.exerciseId(), other);
    assertThat(swapped.count(Region.UPPER_BODY))
        .isLessThanOrEqualTo(swapped.count(Region.HIPS_AND_LEGS));
  }
}
