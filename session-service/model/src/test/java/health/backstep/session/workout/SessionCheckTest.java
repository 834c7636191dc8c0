package health.backstep.session.workout;

import static health.backstep.session.Records.exercise;
import static health.backstep.session.Records.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import health.backstep.session.redflag.RedFlagAnswers;
import health.backstep.wire.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionCheckTest {

  private static final Instant NOW = Instant.parse("2026-11-21T07:00:00Z");
  private static final PrescribedPlan PLAN =
      new PrescribedPlan(
          1,
          PlanStatus.ACTIVE,
          Optional.of(4),
          List.of(
              new PrescribedExercise("bridge", 2, 1, Optional.of(8)),
              new PrescribedExercise("plank", 1, 1, Optional.empty())));

  @Test
  void aSessionAsPrescribedHasNoFault() {
    assertThat(faults(session(NOW, 3, 3, exercise("bridge", 2)))).isEmpty();
  }

  @Test
  void aLowerLevelThanPrescribedIsWelcome() {
    assertThat(faults(session(NOW, 3, 3, atLevel("bridge", 1)))).isEmpty();
  }

  @Test
  void exercisesMustBeInThePlanVersionAtNoHigherLevelAndOnlyOnce() {
    WorkoutSession session =
        session(
            NOW,
            3,
            3,
            exercise("bridge", 2),
            exercise("sit-up", 2),
            atLevel("plank", 2),
            exercise("bridge", 0));

    assertThat(faults(session))
        .extracting(Fault::pointer, Fault::code)
        .containsExactlyInAnyOrder(
            tuple("/exercises/1/exerciseId", "EXERCISE_NOT_PRESCRIBED"),
            tuple("/exercises/2/level", "LEVEL_NOT_PRESCRIBED"),
            tuple("/exercises/3/exerciseId", "EXERCISE_REPEATED"));
  }

  @Test
  void aPlanVersionThatNeverWasIsTheOnlyFaultOfItsExercises() {
    assertThat(
            SessionCheck.faults(session(NOW, 3, 3, exercise("sit-up", 2)), Optional.empty(), NOW))
        .extracting(Fault::pointer, Fault::code)
        .containsExactly(tuple("/planVersion", "PLAN_VERSION_UNKNOWN"));
  }

  @ParameterizedTest(name = "start {0} and end {1} from now: {2}")
  @CsvSource({
    "-PT11M,    PT0S,    ''",
    "-PT11M,    PT5M,    ''",
    "-PT11M,    PT5M1S,  /endedAt TIME_IN_FUTURE",
    "PT6M,      PT7M,    /startedAt TIME_IN_FUTURE /endedAt TIME_IN_FUTURE",
    "-PT11M,    -PT11M,  ''",
    "-PT11M,    -PT11M1S, /endedAt ENDS_BEFORE_START",
    "-PT24H,    PT0S,    ''",
    "-PT24H1S,  PT0S,    /endedAt SESSION_TOO_LONG",
    "-P90D,     -P89D,   ''",
  })
  void timesMustBePossible(Duration start, Duration end, String expected) {
    WorkoutSession session =
        new WorkoutSession(
            session(NOW, 0, 0).id(),
            1,
            NOW.plus(start),
            NOW.plus(end),
            3,
            3,
            List.of(),
            RedFlagAnswers.notAsked());

    assertThat(
            String.join(
                " ",
                faults(session).stream()
                    .map(fault -> fault.pointer() + " " + fault.code())
                    .toList()))
        .isEqualTo(expected);
  }

  private static List<Fault> faults(WorkoutSession session) {
    return SessionCheck.faults(session, Optional.of(PLAN), NOW);
  }

  private static PerformedExercise atLevel(String exerciseId, int level) {
    return new PerformedExercise(
        exerciseId,
        level,
        1,
        List.of(),
        0,
        Optional.empty(),
        Optional.empty(),
        StopReason.NONE,
        Optional.empty());
  }
}
