package health.backstep.session.reading;

import static health.backstep.session.Records.exercise;
import static health.backstep.session.Records.muscleAche;
import static health.backstep.session.Records.noSigns;
import static health.backstep.session.Records.session;
import static health.backstep.session.Records.signs;
import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.session.flare.FlareReport;
import health.backstep.session.pain.PainLocation;
import health.backstep.session.pain.PainQuality;
import health.backstep.session.pain.PainSigns;
import health.backstep.session.workout.Block;
import health.backstep.session.workout.PerformedExercise;
import health.backstep.session.workout.PlanStatus;
import health.backstep.session.workout.PrescribedExercise;
import health.backstep.session.workout.PrescribedPlan;
import health.backstep.session.workout.StopReason;
import health.backstep.session.workout.WorkoutSession;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("SO-3")
class WarmUpSorenessTest {

  private static final Instant END = Instant.parse("2026-11-21T06:11:00Z");
  private static final PrescribedPlan PLAN =
      plan(
          item("cat-cow", Block.WARM_UP),
          item("hip-circles", Block.WARM_UP),
          item("bridge", Block.STRENGTH),
          item("wall-sit", Block.STRENGTH),
          item("walking", Block.CARDIO));

  @ParameterizedTest(name = "ache in cat-cow {0}, hip circles {1}, bridge {2}, wall sit {3}: {4}")
  @CsvSource({
    "0, 0, 2, 2, ''",
    "1, 0, 0, 0, ''",
    "1, 1, 0, 0, ''",
    "1, 0, 1, 0, bridge",
    "0, 1, 1, 0, bridge",
    "1, 0, 0, 1, wall-sit",
    "1, 1, 2, 2, 'bridge wall-sit'",
  })
  void anAcheThatIsThereAfterTheWarmUpAgainNamesItsExercises(
      int catCow, int hipCircles, int bridge, int wallSit, String sore) {
    Reading reading =
        read(
            ache("cat-cow", catCow),
            ache("hip-circles", hipCircles),
            ache("bridge", bridge),
            ache("wall-sit", wallSit));

    assertThat(String.join(" ", reading.soreExercises())).isEqualTo(sore);
    assertThat(reading.outcome()).isEqualTo(sore.isEmpty() ? Outcome.GREEN : Outcome.AMBER);
  }

  @Test
  void anAcheBeforeTheWarmUpIsNotAfterIt() {
    assertThat(read(ache("bridge", 2), ache("cat-cow", 2)).soreExercises()).isEmpty();
  }

  @ParameterizedTest(name = "worst {0}: {1}")
  @CsvSource({"2, SO-3", "3, SO-3 PM-AMBER", "5, SO-3 PM-AMBER"})
  void theSessionIsAmberAndSaysWhy(int pain, String rules) {
    Reading reading = read(ache("cat-cow", 1), ache("bridge", pain));

    assertThat(reading.outcome()).isEqualTo(Outcome.AMBER);
    assertThat(reading.flare()).isEmpty();
    assertThat(reading.reasons()).extracting(Reason::rule).containsExactly(rules.split(" "));
  }

  @Test
  void aFlareStaysAFlareAndTheSorenessIsToldBesideIt() {
    Reading reading =
        read(
            ache("cat-cow", 1),
            ache("bridge", 2),
            exercise("wall-sit", 6, noSigns(), StopReason.PAIN));

    assertThat(reading.outcome()).isEqualTo(Outcome.FLARE);
    assertThat(reading.soreExercises()).containsExactly("bridge");
    assertThat(reading.reasons())
        .extracting(Reason::rule)
        .containsExactly("FL-4", "SO-3", "PM-RED");
    assertThat(reading.flare()).map(FlareReport::reasons).hasValue(List.of("FL-4", "PM-RED"));
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "DULL, WORKED_MUSCLE, true",
    ", WORKED_MUSCLE, true",
    "SHARP, WORKED_MUSCLE, false",
    "DULL, LOW_BACK, false",
    "DULL, , false",
  })
  void onlyAnAcheInWorkedMusclesIsSoreness(
      PainQuality quality, PainLocation location, boolean soreness) {
    PainSigns signs = signs(quality, location);

    assertThat(read(exercise("cat-cow", 1, signs), exercise("bridge", 1, signs)).soreExercises())
        .isEqualTo(soreness ? List.of("bridge") : List.of());
  }

  @Test
  void whereBlocksAreNotKnownThePlansFirstExerciseWarmsUp() {
    PrescribedPlan old = plan(unplaced("cat-cow"), unplaced("hip-circles"), unplaced("bridge"));
    WorkoutSession session =
        session(END, 2, 2, ache("cat-cow", 0), ache("hip-circles", 1), ache("bridge", 1));
    WorkoutSession sore = session(END, 2, 2, ache("cat-cow", 1), ache("hip-circles", 1));

    assertThat(Course.withBaseline(3).records(session, old).soreExercises()).isEmpty();
    assertThat(Course.withBaseline(3).records(sore, old).soreExercises())
        .containsExactly("hip-circles");
  }

  @Test
  void whereThePlanIsNotKnownTheFirstExerciseDoneWarmsUp() {
    WorkoutSession session = session(END, 2, 2, ache("cat-cow", 1), ache("bridge", 1));

    assertThat(Course.withBaseline(3).records(session).soreExercises()).containsExactly("bridge");
  }

  private static Reading read(PerformedExercise... exercises) {
    return Course.withBaseline(3).records(session(END, 2, 2, exercises), PLAN);
  }

  private static PerformedExercise ache(String exerciseId, int pain) {
    return exercise(exerciseId, pain, muscleAche());
  }

  private static PrescribedPlan plan(PrescribedExercise... items) {
    return new PrescribedPlan(1, PlanStatus.ACTIVE, Optional.empty(), Stream.of(items).toList());
  }

  private static PrescribedExercise item(String exerciseId, Block block) {
    return unplaced(exerciseId).in(Optional.of(block));
  }

  private static PrescribedExercise unplaced(String exerciseId) {
    return new PrescribedExercise(exerciseId, 2, 1, Optional.of(6));
  }
}
