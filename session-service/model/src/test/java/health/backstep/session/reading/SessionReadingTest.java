package health.backstep.session.reading;

import static health.backstep.session.Records.exercise;
import static health.backstep.session.Records.muscleAche;
import static health.backstep.session.Records.noSigns;
import static health.backstep.session.Records.session;
import static health.backstep.session.Records.signs;
import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.session.flare.EpisodeEvent.Opened;
import health.backstep.session.flare.FlareReport;
import health.backstep.session.flare.Severity;
import health.backstep.session.pain.Origin;
import health.backstep.session.pain.PainLocation;
import health.backstep.session.pain.PainQuality;
import health.backstep.session.workout.StopReason;
import health.backstep.session.workout.WorkoutSession;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SessionReadingTest {

  private static final Instant END = Instant.parse("2026-11-21T06:11:00Z");

  @Test
  void theExampleOfTheContractOpensAModerateFlareThatNamesTheBridge() {
    WorkoutSession session =
        session(
            END,
            3,
            6,
            exercise(
                "bridge", 6, signs(PainQuality.SHARP, PainLocation.LOW_BACK), StopReason.PAIN));

    Reading reading = read(session);

    FlareReport report = reading.flare().orElseThrow();
    assertThat(reading.outcome()).isEqualTo(Outcome.FLARE);
    assertThat(reading.episode()).containsInstanceOf(Opened.class);
    assertThat(report.severity()).isEqualTo(Severity.MODERATE);
    assertThat(report.reasons()).containsExactly("FL-3", "FL-4", "PM-RED");
    assertThat(report.provokingExercises()).containsExactly("bridge");
    assertThat(report.pain()).isEqualTo(6);
    assertThat(report.rise()).isEqualTo(3);
    assertThat(report.at()).isEqualTo(END);
    assertThat(report.radiating()).isFalse();
    assertThat(report.origin()).isEqualTo(Origin.SESSION);
    assertThat(report.planVersion()).hasValue(1);
    assertThat(report.sessionId()).hasValue(session.id());
    assertThat(reading.reasons())
        .extracting(Reason::rule)
        .containsExactly("FL-3", "FL-4", "PM-RED");
    assertThat(reading.reasons()).allSatisfy(reason -> assertThat(reason.text()).endsWith("."));
  }

  @Tag("PM-GREEN")
  @Tag("PM-AMBER")
  @Tag("PM-RED")
  @ParameterizedTest(name = "before {0}, during {1}, after {2}: {3} by {4}")
  @CsvSource({
    "0, 0, 0, GREEN, PM-GREEN",
    "2, 2, 2, GREEN, PM-GREEN",
    "0, 2, 2, GREEN, PM-GREEN",
    "7, 2, 2, GREEN, PM-GREEN",
    "2, 2, 3, AMBER, PM-AMBER",
    "2, 3, 2, AMBER, PM-AMBER",
    "1, 3, 3, AMBER, PM-AMBER",
    "1, 1, 4, FLARE, PM-RED",
    "1, 4, 1, FLARE, PM-RED",
    "3, 5, 5, AMBER, PM-AMBER",
    "5, 5, 5, AMBER, PM-AMBER",
    "6, 6, 5, FLARE, PM-RED",
    "6, 5, 6, FLARE, PM-RED",
    "0, 0, 3, FLARE, PM-RED",
    "0, 3, 0, FLARE, PM-RED",
  })
  void painDuringAndAfterAndItsRiseDecide(
      int before, int during, int after, Outcome outcome, String rule) {
    Reading reading = read(session(END, before, after, exercise("bridge", during)));

    assertThat(reading.outcome()).isEqualTo(outcome);
    assertThat(reading.reasons()).extracting(Reason::rule).containsExactly(rule);
    assertThat(reading.flare().isPresent()).isEqualTo(outcome == Outcome.FLARE);
  }

  @Tag("FL-SEV")
  @ParameterizedTest(name = "before {0}, after {1}: {2}")
  @CsvSource({"1, 4, MILD", "0, 4, MODERATE", "4, 6, MODERATE", "6, 7, SEVERE"})
  void severityFollowsPainAndTheRiseFromBefore(int before, int after, Severity severity) {
    assertThat(read(session(END, before, after)).flare())
        .map(FlareReport::severity)
        .hasValue(severity);
  }

  @Test
  void theRiseAboveTheUsualCountsWhenItIsMore() {
    Reading reading =
        Course.withBaseline(0)
            .records(session(END, 4, 4, exercise("plank", 4, noSigns(), StopReason.PAIN)));

    assertThat(reading.flare())
        .hasValueSatisfying(
            report -> {
              assertThat(report.rise()).isEqualTo(4);
              assertThat(report.severity()).isEqualTo(Severity.MODERATE);
            });
  }

  @Tag("FL-3")
  @ParameterizedTest
  @CsvSource({
    "SHARP, LOW_BACK, false",
    "SHOOTING, , false",
    "BURNING, WORKED_MUSCLE, false",
    "DULL, LEG_ABOVE_KNEE, true",
    ", LEG_BELOW_KNEE, true",
  })
  void alarmingPainIsAModerateFlareHoweverLittleItHurts(
      PainQuality quality, PainLocation location, boolean radiating) {
    Reading reading = read(session(END, 1, 1, exercise("bridge", 1, signs(quality, location))));

    assertThat(reading.flare())
        .hasValueSatisfying(
            report -> {
              assertThat(report.reasons()).containsExactly("FL-3");
              assertThat(report.severity()).isEqualTo(Severity.MODERATE);
              assertThat(report.radiating()).isEqualTo(radiating);
              assertThat(report.provokingExercises()).containsExactly("bridge");
            });
  }

  @Tag("FL-4")
  @Test
  void stoppingForPainIsAtLeastAMildFlareThatNamesTheExercise() {
    Reading reading =
        read(
            session(
                END,
                2,
                2,
                exercise("pelvic-tilt", 1),
                exercise("bridge", 2, noSigns(), StopReason.PAIN)));

    assertThat(reading.flare())
        .hasValueSatisfying(
            report -> {
              assertThat(report.reasons()).containsExactly("FL-4");
              assertThat(report.severity()).isEqualTo(Severity.MILD);
              assertThat(report.provokingExercises()).containsExactly("bridge");
            });
  }

  @ParameterizedTest
  @EnumSource(value = StopReason.class, mode = EnumSource.Mode.EXCLUDE, names = "PAIN")
  void stoppingForAnythingElseIsNoFlare(StopReason stopped) {
    Reading reading = read(session(END, 2, 2, exercise("bridge", 2, noSigns(), stopped)));

    assertThat(reading.outcome()).isEqualTo(Outcome.GREEN);
  }

  @Test
  void theExercisesOverTheLimitsAreTheProvokingOnesInTheirOrder() {
    Reading reading =
        read(
            session(
                END,
                2,
                6,
                exercise("wall-sit", 5),
                exercise("pelvic-tilt", 4),
                exercise("bridge", 6)));

    assertThat(reading.flare())
        .map(FlareReport::provokingExercises)
        .hasValueSatisfying(ids -> assertThat(ids).containsExactly("wall-sit", "bridge"));
  }

  @Test
  void aBadEndingWithoutABadExerciseNamesNone() {
    assertThat(read(session(END, 2, 6, exercise("bridge", 2))).flare())
        .hasValueSatisfying(report -> assertThat(report.provokingExercises()).isEmpty());
  }

  @Tag("SO-1")
  @ParameterizedTest(name = "muscle ache {0} after none before: {1}")
  @CsvSource({
    "2, GREEN, PM-GREEN",
    "3, AMBER, SO-1 PM-AMBER",
    "5, AMBER, SO-1 PM-AMBER",
    "6, FLARE, PM-RED",
  })
  void aDullAcheInTheWorkedMuscleIsSorenessUpToTheRedLimit(
      int during, Outcome outcome, String rules) {
    Reading reading = read(session(END, 0, 0, exercise("wall-sit", during, muscleAche())));

    assertThat(reading.outcome()).isEqualTo(outcome);
    assertThat(reading.reasons()).extracting(Reason::rule).containsExactly(rules.split(" "));
  }

  @Test
  void aSessionIsKeptAsOneReadingOfThePainAfterIt() {
    assertThat(read(session(END, 3, 2, exercise("bridge", 4))).next().readings())
        .singleElement()
        .satisfies(
            kept -> {
              assertThat(kept.pain()).isEqualTo(2);
              assertThat(kept.at()).isEqualTo(END);
            });
  }

  @Test
  void withoutAssessmentAndReadingsTheSessionAloneDecides() {
    Reading reading = Course.unassessed().records(session(END, 3, 6));

    assertThat(reading.flare()).map(FlareReport::rise).isEqualTo(Optional.of(3));
  }

  private static Reading read(WorkoutSession session) {
    return Course.withBaseline(4).records(session);
  }
}
