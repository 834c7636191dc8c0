package health.backstep.session.workout;

import static health.backstep.session.Records.sessionId;
import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.session.redflag.RedFlagAnswers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {

  private static final PrescribedExercise BRIDGE =
      new PrescribedExercise("bridge", 2, 2, Optional.of(10));
  private static final PrescribedExercise STRETCH =
      new PrescribedExercise("glute-stretch", 1, 2, Optional.empty());

  @ParameterizedTest(name = "{0} sets with {1} reps are {2} %")
  @CsvSource({
    "0, '', 0",
    "1, '6', 30",
    "1, '10', 50",
    "2, '10 10', 100",
    "2, '10 5', 75",
    "2, '12 12', 100",
    "3, '', 100",
    "1, '', 50",
  })
  void repetitionsCountAgainstSetsTimesRepetitions(int sets, String reps, int percent) {
    assertThat(percent(List.of(BRIDGE), done("bridge", sets, reps))).isEqualTo(percent);
  }

  @Test
  void holdsCountBySets() {
    assertThat(percent(List.of(STRETCH), done("glute-stretch", 1, ""))).isEqualTo(50);
  }

  @Test
  void everyExerciseWeighsTheSameAndExtraWorkDoesNotMakeUpForASkippedOne() {
    assertThat(percent(List.of(BRIDGE, STRETCH), done("bridge", 4, "10 10 10 10"))).isEqualTo(50);
  }

  @Test
  void thirdsAreRoundedDown() {
    PrescribedExercise plank = new PrescribedExercise("plank", 1, 1, Optional.empty());

    assertThat(percent(List.of(BRIDGE, STRETCH, plank), done("plank", 1, ""))).isEqualTo(33);
  }

  @Test
  void aPlanThatAsksForNothingIsDone() {
    assertThat(percent(List.of())).isEqualTo(100);
  }

  private static int percent(List<PrescribedExercise> items, PerformedExercise... performed) {
    Instant start = Instant.parse("2026-11-21T06:00:00Z");
    WorkoutSession session =
        new WorkoutSession(
            sessionId(start),
            1,
            start,
            start.plusSeconds(600),
            0,
            0,
            List.of(performed),
            RedFlagAnswers.notAsked());
    return Completion.of(session, new PrescribedPlan(1, PlanStatus.ACTIVE, Optional.empty(), items))
        .percent();
  }

  private static PerformedExercise done(String exerciseId, int sets, String reps) {
    return new PerformedExercise(
        exerciseId,
        1,
        sets,
        Stream.of(reps.split(" ")).filter(count -> !count.isEmpty()).map(Integer::valueOf).toList(),
        0,
        Optional.empty(),
        Optional.empty(),
        StopReason.NONE,
        Optional.empty());
  }
}
