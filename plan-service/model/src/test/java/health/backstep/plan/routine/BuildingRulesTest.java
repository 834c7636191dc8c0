package health.backstep.plan.routine;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.plan.catalogue.Block;
import health.backstep.plan.catalogue.Direction;
import health.backstep.plan.catalogue.Dose;
import health.backstep.plan.catalogue.Equipment;
import health.backstep.plan.catalogue.Exercise;
import health.backstep.plan.catalogue.Kind;
import health.backstep.plan.catalogue.Load;
import health.backstep.plan.catalogue.Purpose;
import health.backstep.plan.catalogue.Region;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule of building, shown on routines and on what may be in them. */
class BuildingRulesTest {

  private static final Eligibility ELIGIBILITY = Patients.BUILDER.eligibility();

  @ParameterizedTest
  @EnumSource(value = Bias.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  @Tag("PL-DIR")
  void aBiasBringsItsOwnDirectionAndNoOther(Bias bias) {
    Routine routine = Patients.at(Stage.CONTROL).preferring(bias).minutes(20).routine();

    assertThat(routine.items())
        .extracting(item -> item.exercise().direction())
        .contains(bias.direction().orElseThrow())
        .isSubsetOf(bias.direction().orElseThrow(), Direction.NEUTRAL);
  }

  @ParameterizedTest
  @EnumSource(Bias.class)
  @Tag("PL-DIR")
  void aBiasNeverTakesStrengthWorkAway(Bias bias) {
    List<Exercise> without = strengthFor(Patients.at(Stage.BUILD).needs());
    Patients patient = Patients.at(Stage.BUILD).preferring(bias);

    assertThat(strengthFor(patient.needs())).containsAll(without).isNotEmpty();
    assertThat(count(patient.minutes(20).routine(), Kind.STRENGTH)).isGreaterThanOrEqualTo(2);
  }

  @Test
  @Tag("PL-DIR")
  void anOpenDirectionEntersAtLevelOneOnly() {
    Needs open =
        Patients.at(Stage.BUILD)
            .preferring(Bias.EXTENSION)
            .withOtherDirectionsOpen()
            .minutes(60)
            .needs();
    Routine routine = Patients.BUILDER.build(open);

    assertThat(routine.items())
        .filteredOn(item -> item.exercise().direction() == Direction.FLEXION)
        .isNotEmpty()
        .allSatisfy(item -> assertThat(item.level()).isEqualTo(1))
        .allSatisfy(
            item -> assertThat(ELIGIBILITY.highestLevel(item.exercise(), open)).isEqualTo(1));
  }

  @Test
  @Tag("PL-DIR")
  @Tag("RG-DIR")
  void aForbiddenDirectionStaysOutEvenWhenOthersAreOpenOrItIsPreferred() {
    Patients patient =
        Patients.at(Stage.BUILD).withOtherDirectionsOpen().forbidden(Set.of(Direction.FLEXION));

    for (Bias bias : Bias.values()) {
      assertThat(patient.preferring(bias).minutes(60).routine().items())
          .noneMatch(item -> item.exercise().direction() == Direction.FLEXION);
    }
  }

  @Test
  @Tag("PL-DIR")
  void thePressUpOnTheFrontIsForExtensionBiasOnly() {
    Exercise pressUp = Patients.CATALOGUE.get("prone-press-up");

    assertThat(Bias.values())
        .filteredOn(
            bias ->
                ELIGIBILITY.allows(
                    pressUp,
                    Patients.at(Stage.BUILD)
                        .clearedForLoading()
                        .withOtherDirectionsOpen()
                        .preferring(bias)
                        .needs()))
        .containsExactly(Bias.EXTENSION);
  }

  @ParameterizedTest
  @CsvSource({"CALM, 1", "CONTROL, 2", "BUILD, 4"})
  @Tag("PL-STAGE")
  void theStageSetsTheHighestLevelOfActivation(Stage stage, int highest) {
    Exercise birdDog = Patients.CATALOGUE.get("bird-dog");

    assertThat(ELIGIBILITY.highestLevel(birdDog, Patients.at(stage).needs())).isEqualTo(highest);
  }

  @ParameterizedTest
  @CsvSource({
    "CALM, RELIEF MOBILITY WALKING ACTIVATION",
    "CONTROL, RELIEF MOBILITY WALKING ACTIVATION STRENGTH CARDIO STRETCH",
    "BUILD, RELIEF MOBILITY WALKING ACTIVATION STRENGTH CARDIO STRETCH"
  })
  @Tag("PL-STAGE")
  void theStageSetsTheKindsOfWork(Stage stage, String kinds) {
    assertThat(Patients.at(stage).minutes(60).routine().items())
        .extracting(item -> item.exercise().kind().name())
        .containsOnly(kinds.split(" "));
  }

  @Test
  @Tag("PL-STAGE")
  void buildingStrengthBeginsAtLevelTwo() {
    assertThat(Patients.at(Stage.BUILD).minutes(30).routine().items())
        .filteredOn(item -> item.exercise().kind() == Kind.STRENGTH)
        .isNotEmpty()
        .allSatisfy(item -> assertThat(item.level()).isEqualTo(2));
  }

  @ParameterizedTest
  @CsvSource({
    "squat, CALM, true, false",
    "squat, CONTROL, true, false",
    "squat, BUILD, false, false",
    "squat, BUILD, true, true",
    "single-leg-bridge, CONTROL, true, false",
    "single-leg-bridge, BUILD, false, true",
    "leg-extension, CONTROL, false, false",
    "leg-extension, CONTROL, true, true",
    "deadlift, BUILD, true, false",
    "running, BUILD, true, false",
    "lotus, CONTROL, true, false",
    "lotus, BUILD, true, true"
  })
  @Tag("PL-AVOID")
  void whatIsContestedComesLateAndWithClearanceAndWhatIsAdvisedAgainstNever(
      String id, Stage stage, boolean loading, boolean allowed) {
    Patients patient = Patients.at(stage).with(EnumSet.allOf(Equipment.class));
    Needs needs = (loading ? patient.clearedForLoading() : patient).needs();

    assertThat(ELIGIBILITY.allows(Patients.CATALOGUE.get(id), needs)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @EnumSource(Equipment.class)
  @Tag("PL-EQUIP")
  void onlyWhatThePatientHasIsUsed(Equipment only) {
    Set<Equipment> has = EnumSet.copyOf(Equipment.EVERYBODY_HAS);
    has.add(only);

    assertThat(
            Patients.at(Stage.BUILD)
                .clearedForLoading()
                .with(Set.of(only))
                .minutes(60)
                .routine()
                .items())
        .allSatisfy(item -> assertThat(has).containsAll(item.exercise().equipment()));
  }

  @ParameterizedTest
  @CsvSource({"7", "10", "12", "15", "20"})
  @Tag("PL-ORDER")
  void blocksFollowEachOtherFromWarmUpToCoolDown(int minutes) {
    assertThat(Patients.at(Stage.CONTROL).minutes(minutes).routine().items())
        .extracting(item -> item.exercise().block())
        .isSortedAccordingTo(Comparator.naturalOrder())
        .startsWith(Block.WARM_UP);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  @Tag("PL-ORDER")
  void whenTimeIsShortTheLastPrioritiesAreLeftOutFirst(int minutes) {
    List<Purpose> whole = purposesOfARoundOf(6);

    assertThat(whole).hasSize(6);
    assertThat(purposesOfARoundOf(minutes))
        .isEqualTo(whole.stream().sorted().limit(minutes).toList());
  }

  /** Of exercises that take a minute each. */
  private static List<Purpose> purposesOfARoundOf(int minutes) {
    Needs needs = Patients.at(Stage.CONTROL).needs();
    List<Exercise> allowed =
        Patients.CATALOGUE.all().stream()
            .filter(exercise -> ELIGIBILITY.allows(exercise, needs))
            .toList();
    Draft draft = new Draft(allowed, exercise -> Item.at(exercise, 1), item -> 60, 60 * minutes);
    draft.fill(Place.ROUNDS.getFirst());
    return draft.items().stream().map(item -> item.exercise().purpose()).toList();
  }

  @Test
  @Tag("PL-BALANCE")
  void theUpperBodyNeverGetsMoreThanHipsAndLegs() {
    String[] allForHipsAndLegsButTwo =
        Patients.CATALOGUE.all().stream()
            .filter(exercise -> exercise.region() == Region.HIPS_AND_LEGS)
            .map(Exercise::id)
            .filter(id -> !Set.of("bridge", "clamshell").contains(id))
            .toArray(String[]::new);
    Routine routine =
        Patients.at(Stage.BUILD)
            .clearedForLoading()
            .with(EnumSet.allOf(Equipment.class))
            .without(allForHipsAndLegsButTwo)
            .minutes(60)
            .routine();

    assertThat(routine.count(Region.HIPS_AND_LEGS)).isEqualTo(2);
    assertThat(routine.count(Region.UPPER_BODY)).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "FROM_20_TO_50, 8, 12",
    "UNDER_20, 8, 12",
    "UNKNOWN, 8, 12",
    "OVER_50, 10, 15",
    "OVER_65, 10, 15"
  })
  @Tag("PL-DOSE")
  void ageSetsTheRepetitionsOfStrength(AgeBand age, int first, int second) {
    Needs needs = Patients.at(Stage.CONTROL).aged(age).needs();
    Exercise bridge = Patients.CATALOGUE.get("bridge");

    assertThat(Patients.BUILDER.item(bridge, 1, needs).dose().reps()).isEqualTo(first);
    assertThat(Patients.BUILDER.item(bridge, 2, needs).dose().reps()).isEqualTo(second);
    assertThat(Patients.BUILDER.item(bridge, 1, needs).up(1).dose().reps()).isEqualTo(second);
    assertThat(Patients.BUILDER.build(needs).find("bridge").orElseThrow().dose().reps())
        .isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({"FROM_20_TO_50, 10, 30", "OVER_50, 10, 30", "OVER_65, 30, 60"})
  @Tag("PL-DOSE")
  void ageSetsHowLongAStretchIsHeld(AgeBand age, int first, int last) {
    Needs needs = Patients.at(Stage.CONTROL).aged(age).needs();
    Exercise hamstrings = Patients.CATALOGUE.get("hamstring-stretch");

    assertThat(Patients.BUILDER.item(hamstrings, 1, needs).dose().holdSeconds()).isEqualTo(first);
    assertThat(Patients.BUILDER.item(hamstrings, 4, needs).dose().holdSeconds()).isEqualTo(last);
  }

  @ParameterizedTest
  @EnumSource(AgeBand.class)
  @Tag("PL-DOSE")
  void anAgesDosesNeverShrinkAlongTheLevels(AgeBand age) {
    Needs needs = Patients.at(Stage.BUILD).aged(age).needs();
    for (Exercise exercise : Patients.CATALOGUE.all()) {
      for (int level = 2; level <= exercise.highestLevel(); level++) {
        Dose lower = Patients.BUILDER.item(exercise, level - 1, needs).dose();
        Dose higher = Patients.BUILDER.item(exercise, level, needs).dose();
        assertThat(higher.workSeconds())
            .as("%s %d", exercise, level)
            .isGreaterThanOrEqualTo(lower.workSeconds());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"5, 1800", "6, 1200", "7, 1200"})
  @Tag("PL-DOSE")
  void aWeekOfWalkingStopsGrowingAtItsMinutes(int sessions, int seconds) {
    Needs needs = Patients.at(Stage.BUILD).sessions(sessions).needs();
    Exercise walking = Patients.CATALOGUE.get("walking");

    int level = ELIGIBILITY.highestLevel(walking, needs);

    assertThat(walking.level(level).dose().workSeconds()).isEqualTo(seconds);
  }

  @Test
  @Tag("PL-FEAR")
  void fearLowersWhatGrowsAtTheStartAndNeverToNothing() {
    Routine calm = Patients.at(Stage.CONTROL).minutes(10).fearing(Fear.LOW).routine();
    Routine afraid = Patients.at(Stage.CONTROL).minutes(10).fearing(Fear.HIGH).routine();

    assertThat(afraid.find("bridge").orElseThrow().dose().reps()).isEqualTo(6);
    assertThat(calm.find("bridge").orElseThrow().dose().reps()).isEqualTo(8);
    assertThat(afraid.items())
        .allSatisfy(item -> assertThat(item.dose().workSeconds()).isPositive());
    for (Item item : afraid.items()) {
      calm.find(item.exerciseId())
          .ifPresent(usual -> assertThat(item.load()).isLessThanOrEqualTo(usual.load()));
    }
  }

  @Test
  void withoutFearBeingAskedNothingIsLowered() {
    assertThat(Patients.at(Stage.CONTROL).fearing(Fear.UNKNOWN).routine())
        .isEqualTo(Patients.at(Stage.CONTROL).fearing(Fear.LOW).routine());
  }

  @Test
  void weightsAndBandsNeedClearanceForLoading() {
    assertThat(
            Patients.at(Stage.BUILD)
                .with(EnumSet.allOf(Equipment.class))
                .minutes(60)
                .routine()
                .items())
        .noneMatch(item -> item.exercise().load() == Load.EXTERNAL);
  }

  private static List<Exercise> strengthFor(Needs needs) {
    return Patients.CATALOGUE.all().stream()
        .filter(exercise -> exercise.kind() == Kind.STRENGTH)
        .filter(exercise -> ELIGIBILITY.allows(exercise, needs))
        .toList();
  }

  private static long count(Routine routine, Kind kind) {
    return routine.items().stream().filter(item -> item.exercise().kind() == kind).count();
  }
}
