package health.backstep.plan.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.backstep.plan.catalogue.Stance.Opinion;
import health.backstep.plan.catalogue.wire.CatalogueFiles;
import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reviewed files say, held against the sources. */
class CatalogueTest {

  private static final Catalogue CATALOGUE = CatalogueFiles.read();
  private static final Rule DOSE = RuleSet.current().rule("PL-DOSE");

  @Test
  void thereAreExercisesAndLevelsEnough() {
    assertThat(CATALOGUE.all()).hasSizeGreaterThanOrEqualTo(100);
    assertThat(CATALOGUE.all().stream().mapToInt(Exercise::highestLevel).sum())
        .isGreaterThanOrEqualTo(300);
  }

  @Test
  void anExerciseThatIsNotThereIsRefusedByName() {
    assertThatThrownBy(() -> CATALOGUE.get("headstand"))
        .hasMessage("no exercise headstand in the catalogue");
  }

  /** The table of exercises that the sources name, with each one's stance. */
  @ParameterizedTest
  @CsvSource({
    "pelvic-tilt, RTB+",
    "bridge, RTB+ BW+",
    "wall-sit, RTB+",
    "ball-crunch, RTB+",
    "plank, BW+",
    "push-up, RTB+ CONCc",
    "knee-push-up, RTB+ CONCc",
    "squat, RTB+ BW-",
    "lunge, RTB+",
    "leg-press, RTB+ BW-",
    "leg-extension, RTB+",
    "leg-curl, RTB+",
    "lateral-raise, RTB+ LIVA-",
    "lat-pull-down, RTB+ LIVA-",
    "assisted-pull-up, RTB+ LIVA-",
    "chest-fly, RTB+ BW-",
    "bench-press, RTB+ BW-",
    "incline-press, RTB+ BW-",
    "hamstring-stretch, RTB+ LIVA+ BW+",
    "hamstring-wall-stretch, RTB+ BW+",
    "single-knee-to-chest, RTB+",
    "double-knee-to-chest, BW+",
    "prone-press-up, RTB+ RTB-",
    "cat-cow, BW+",
    "childs-pose, BW+",
    "triangle, BW+ CONC-",
    "lotus, BW+ CONC-",
    "lumbar-rotation, BW+",
    "shoulder-blade-squeeze, BW+",
    "glute-stretch, LIVA+",
    "quadriceps-stretch, LIVA+",
    "walking, RTB+ LIVA+ BW+",
    "elliptical, RTB+ LIVA+ BW+",
    "step-machine, RTB+ LIVA+ BW+",
    "stationary-bike, LIVA+ BW+",
    "swimming, RTB+ BW+",
    "water-marching, RTB+ BW+",
    "mountain-pose, BW+",
    "toe-taps, BW+",
    "tai-chi, BW+",
    "sit-up, BW-",
    "toe-touch, RTB- LIVA- BW-",
    "running, RTB- LIVA- BW-",
    "jogging, RTB- LIVA- BW-",
    "jumping, RTB- LIVA- BW-",
    "skipping-rope, RTB- LIVA- BW-",
    "road-cycling, RTB-",
    "deadlift, RTB- BW-",
    "overhead-press, RTB- LIVA- BW-",
    "bent-over-row, RTB- BW-",
    "barbell-row, RTB- BW-",
    "burpee, LIVA- BW-",
    "hiit, LIVA- BW-",
    "back-extension, RTB-",
    "hyperextension, RTB-"
  })
  @Tag("PL-AVOID")
  void everyExerciseThatTheSourcesNameIsThereWithWhoSaysWhat(String id, String stances) {
    String[] said =
        CATALOGUE.get(id).stances().stream()
            .map(stance -> stance.source() + sign(stance.stance()))
            .toArray(String[]::new);

    assertThat(stances.split(" ")).containsExactlyInAnyOrder(said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lying-side-glide-left",
        "lying-side-glide-right",
        "wall-side-glide-left",
        "wall-side-glide-right"
      })
  void sideGlidesAreThereForBothSides(String id) {
    Exercise glide = CATALOGUE.get(id);

    assertThat(glide.direction())
        .isIn(Direction.SIDE_GLIDE_LEFT, Direction.SIDE_GLIDE_RIGHT)
        .extracting(Direction::name)
        .asString()
        .endsWithIgnoringCase(id.substring(id.lastIndexOf('-') + 1));
    assertThat(glide.citations()).containsExactly("DELITTO-2012");
  }

  @Test
  @Tag("PL-AVOID")
  void whatIsContestedComesLate() {
    assertThat(CATALOGUE.all())
        .filteredOn(Exercise::isContested)
        .hasSizeGreaterThanOrEqualTo(11)
        .allSatisfy(exercise -> assertThat(exercise.late()).as(exercise.id()).isTrue());
  }

  @Test
  @Tag("PL-BRACE")
  void theBracingCueComesFirstInEveryLoadedExercise() {
    assertThat(CATALOGUE.all())
        .filteredOn(
            exercise -> exercise.load() == Load.EXTERNAL || exercise.kind() == Kind.STRENGTH)
        .hasSizeGreaterThanOrEqualTo(30)
        .allSatisfy(
            exercise -> assertThat(exercise.what()).startsWith("Tighten your stomach gently"));
  }

  @Test
  @Tag("PL-DOSE")
  void strengthBeginsWithOneSetAndStaysWithinTheRepetitionsOfTheRule() {
    assertThat(prescribed().filter(exercise -> exercise.kind() == Kind.STRENGTH))
        .allSatisfy(
            exercise -> {
              Dose first = exercise.level(1).dose();
              assertThat(first.sets()).isEqualTo(DOSE.threshold("strengthSetsAtFirst"));
              assertThat(exercise.levels())
                  .hasSizeGreaterThanOrEqualTo(2)
                  .allSatisfy(level -> isStrengthDose(exercise, level.dose()));
            });
  }

  @Test
  @Tag("PL-DOSE")
  void stretchesAreHeldAsOftenAndAsLongAsTheRuleSays() {
    assertThat(prescribed().filter(exercise -> exercise.kind() == Kind.STRETCH))
        .flatExtracting(Exercise::levels)
        .extracting(level -> level.dose())
        .allSatisfy(
            dose -> {
              assertThat(dose.holdSeconds())
                  .isBetween(
                      DOSE.threshold("stretchSecondsFrom"), DOSE.threshold("stretchSecondsTo"));
              assertThat(dose.sets() * dose.reps())
                  .isBetween(DOSE.threshold("stretchTimesFrom"), DOSE.threshold("stretchTimesTo"));
            });
  }

  @Test
  @Tag("PL-DOSE")
  void walkingBuildsUpToTheMinutesOfTheWeek() {
    Exercise walking = CATALOGUE.get("walking");
    int minutes = walking.level(walking.highestLevel()).dose().workSeconds() / 60;

    assertThat(minutes * 5).isEqualTo(DOSE.threshold("aerobicMinutesPerWeek"));
  }

  @Test
  void allEightPrioritiesHaveExercises() {
    assertThat(prescribed().map(Exercise::purpose).distinct())
        .containsExactlyInAnyOrder(Purpose.values());
  }

  private static Stream<Exercise> prescribed() {
    return CATALOGUE.all().stream().filter(Exercise::isRecommended);
  }

  private static void isStrengthDose(Exercise exercise, Dose dose) {
    assertThat(dose.sets()).as(exercise.id()).isLessThanOrEqualTo(DOSE.threshold("strengthSetsTo"));
    if (dose.secondsPerRep() > 0) {
      assertThat(dose.reps())
          .as(exercise.id())
          .isBetween(DOSE.threshold("strengthRepsFrom"), DOSE.threshold("strengthRepsTo"));
    }
  }

  private static String sign(Opinion opinion) {
    return List.of("+", "-", "c").get(Arrays.asList(Opinion.values()).indexOf(opinion));
  }
}
