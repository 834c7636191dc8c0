package health.backstep.plan.routine;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.plan.catalogue.Block;
import health.backstep.plan.catalogue.Direction;
import health.backstep.plan.catalogue.Equipment;
import health.backstep.plan.catalogue.Kind;
import health.backstep.plan.catalogue.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever comes, whatever they have and however little time: there is a whole routine. */
class CoverageTest {

  static Stream<Arguments> stagesAndDirections() {
    return Stream.of(Stage.values())
        .flatMap(
            stage ->
                Stream.concat(
                    Stream.of(Bias.values()).map(bias -> Arguments.of(stage, bias, Set.of())),
                    Stream.of(Arguments.of(stage, Bias.NONE, Patients.allDirections()))));
  }

  @ParameterizedTest(name = "{0}, {1}, forbidden {2}")
  @MethodSource("stagesAndDirections")
  @Tag("PL-TIME")
  @Tag("PL-ORDER")
  @Tag("PL-BALANCE")
  @Tag("PL-EQUIP")
  void everyPatientGetsAWholeRoutine(Stage stage, Bias bias, Set<Direction> forbidden) {
    List<String> lacking = new ArrayList<>();
    for (Set<Equipment> equipment : Patients.equipmentSets()) {
      for (int minutes = 5; minutes <= 30; minutes++) {
        for (AgeBand age : List.of(AgeBand.FROM_20_TO_50, AgeBand.OVER_50, AgeBand.OVER_65)) {
          for (Fear fear : List.of(Fear.LOW, Fear.HIGH)) {
            for (boolean loading : List.of(false, true)) {
              Patients patient =
                  Patients.at(stage)
                      .preferring(bias)
                      .forbidden(forbidden)
                      .with(equipment)
                      .minutes(minutes)
                      .aged(age)
                      .fearing(fear);
              Needs needs = (loading ? patient.clearedForLoading() : patient).needs();
              for (String fault : faults(needs)) {
                lacking.add(fault + " for " + needs);
              }
            }
          }
        }
      }
    }
    assertThat(lacking.stream().limit(10))
        .as("%d routines lack something", lacking.size())
        .isEmpty();
  }

  private static List<String> faults(Needs needs) {
    Routine routine = Patients.BUILDER.build(needs);
    int seconds = Patients.BUILDER.seconds(routine);
    List<String> faults = new ArrayList<>();
    if (routine.items().stream().noneMatch(item -> item.exercise().block() == Block.WARM_UP)) {
      faults.add("no warm-up");
    }
    if (routine.items().size() < (needs.minutes() == 5 ? 2 : 3)) {
      faults.add(routine.items().size() + " items");
    }
    if (seconds < needs.minutes() * 30) {
      faults.add(seconds + " s are less than half");
    }
    if (seconds > needs.minutes() * 60) {
      faults.add(seconds + " s are too long");
    }
    if (needs.stage() != Stage.CALM) {
      Stream.of(Kind.MOBILITY, Kind.ACTIVATION, Kind.STRENGTH)
          .filter(kind -> routine.items().stream().noneMatch(i -> i.exercise().kind() == kind))
          .forEach(kind -> faults.add("no " + kind));
    }
    if (routine.count(Region.HIPS_AND_LEGS) < routine.count(Region.UPPER_BODY)) {
      faults.add("more for the upper body than for hips and legs");
    }
    routine.items().stream()
        .filter(item -> !Patients.BUILDER.eligibility().allows(item.exercise(), needs))
        .forEach(item -> faults.add(item.exerciseId() + " is not allowed"));
    return faults;
  }
}
