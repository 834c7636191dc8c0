package health.backstep.session.reading;

import static health.backstep.session.Records.checkIn;
import static health.backstep.session.Records.checkInAfter;
import static health.backstep.session.Records.muscleAche;
import static health.backstep.session.Records.noSigns;
import static health.backstep.session.Records.session;
import static health.backstep.session.Records.signs;
import static health.backstep.session.Records.sore;
import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.session.checkin.Soreness;
import health.backstep.session.flare.FlareReport;
import health.backstep.session.flare.Severity;
import health.backstep.session.pain.Origin;
import health.backstep.session.pain.PainLocation;
import health.backstep.session.pain.PainQuality;
import health.backstep.session.workout.WorkoutSession;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckInReadingTest {

  private static final Instant END = Instant.parse("2026-11-21T18:00:00Z");
  private static final Instant NEXT_MORNING = Instant.parse("2026-11-22T07:00:00Z");
  private static final WorkoutSession SESSION = session(END, 2, 2);

  @Tag("PM-RED")
  @Tag("PM-GREEN")
  @ParameterizedTest(name = "baseline 4, next morning {0}: {1}")
  @CsvSource({"0, ''", "4, ''", "5, PM-RED", "6, FL-1 PM-RED"})
  void aMorningAfterAboveBaselineIsAFlare(int pain, String rules) {
    assertReasons(afterSession(4).records(checkInAfter(SESSION, NEXT_MORNING, pain)), rules);
  }

  @Test
  void theReportOfACheckInNamesItsSessionAndNoExercise() {
    Reading reading = afterSession(3).records(checkInAfter(SESSION, NEXT_MORNING, 4));

    assertThat(reading.flare())
        .hasValueSatisfying(
            report -> {
              assertThat(report.severity()).isEqualTo(Severity.MILD);
              assertThat(report.origin()).isEqualTo(Origin.CHECK_IN);
              assertThat(report.sessionId()).hasValue(SESSION.id());
              assertThat(report.planVersion()).isEmpty();
              assertThat(report.provokingExercises()).isEmpty();
              assertThat(report.at()).isEqualTo(NEXT_MORNING);
            });
  }

  @Tag("PM-RED")
  @ParameterizedTest(name = "at {0} in {1}: the morning after {2}")
  @CsvSource({
    "2026-11-21T23:59:59Z, UTC, false",
    "2026-11-22T00:00:00Z, UTC, true",
    "2026-11-22T23:59:59Z, UTC, true",
    "2026-11-23T00:00:00Z, UTC, false",
    "2026-11-22T05:00:00Z, America/Los_Angeles, false",
    "2026-11-22T15:00:00Z, America/Los_Angeles, true",
    "2026-11-22T07:00:00Z, Pacific/Auckland, false",
    "2026-11-22T20:00:00Z, Pacific/Auckland, true",
  })
  void theMorningAfterIsTheNextDayOfThePatient(Instant at, ZoneId zone, boolean morningAfter) {
    Course course = Course.withBaseline(4, zone);
    course.records(SESSION);

    assertReasons(course.records(checkInAfter(SESSION, at, 5)), morningAfter ? "PM-RED" : "");
  }

  @Test
  void aSessionAcrossMidnightBelongsToTheDayItBegan() {
    WorkoutSession late = session(Instant.parse("2026-11-22T00:05:00Z"), 2, 2);
    Course course = Course.withBaseline(4);
    course.records(late);

    assertReasons(course.records(checkInAfter(late, NEXT_MORNING, 5)), "PM-RED");
  }

  @Test
  void aCheckInOfItsOwnIsNoMorningAfter() {
    assertReasons(afterSession(4).records(checkIn(NEXT_MORNING, 5)), "");
  }

  @Tag("FL-1")
  @ParameterizedTest(name = "baseline 4, any day, pain {0}: {1}")
  @CsvSource({"5, ''", "6, FL-1", "9, FL-1"})
  void aRiseOfUnknownLengthIsTakenForAFlare(int pain, String rules) {
    assertReasons(Course.withBaseline(4).records(checkIn(NEXT_MORNING, pain)), rules);
  }

  @Tag("SO-1")
  @Tag("SO-2")
  @ParameterizedTest(name = "{0} after the session: {1} by {2}")
  @CsvSource({
    "PT13H, AMBER, SO-1",
    "PT72H, AMBER, SO-1",
    "PT72H0M1S, FLARE, SO-2",
    "PT100H, FLARE, SO-2",
  })
  void aMuscleAcheIsSorenessForSeventyTwoHoursAndThenAMildFlare(
      Duration after, Outcome outcome, String rule) {
    Reading tied =
        afterSession(2).records(checkInAfter(SESSION, END.plus(after), 3, sore(muscleAche())));
    Reading untied = afterSession(2).records(checkIn(END.plus(after), 3, sore(muscleAche())));

    assertThat(List.of(tied, untied))
        .allSatisfy(
            reading -> {
              assertThat(reading.outcome()).isEqualTo(outcome);
              assertReasons(reading, rule);
              assertThat(reading.flare().map(FlareReport::severity))
                  .isEqualTo(
                      outcome == Outcome.FLARE ? Optional.of(Severity.MILD) : Optional.empty());
            });
  }

  @Tag("SO-1")
  @Test
  void sorenessExplainsThePainNumber() {
    assertReasons(
        afterSession(2).records(checkInAfter(SESSION, NEXT_MORNING, 6, sore(muscleAche()))),
        "SO-1");
  }

  @Tag("FL-3")
  @ParameterizedTest(name = "baseline {0}, muscle ache of {1} on {2}: {3}")
  @CsvSource({
    "2, 5, PT13H, SO-1",
    "2, 6, PT13H, SO-1",
    "2, 7, PT13H, FL-1 PM-RED",
    "2, 10, PT13H, FL-1 PM-RED",
    "7, 7, PT13H, PM-RED",
    "8, 7, PT48H, PM-RED",
    "2, 6, PT72H, SO-1",
    "2, 7, PT72H, FL-1 PM-RED",
    "2, 7, PT73H, FL-1 SO-2",
  })
  @Tag("SO-1")
  void anAcheFromSevenIsPainHoweverDull(int baseline, int pain, Duration after, String rules) {
    Reading reading =
        afterSession(baseline)
            .records(checkInAfter(SESSION, END.plus(after), pain, sore(muscleAche())));

    assertReasons(reading, rules);
    assertThat(reading.flare())
        .map(FlareReport::severity)
        .isEqualTo(pain < 7 ? Optional.empty() : Optional.of(Severity.SEVERE));
  }

  @Test
  @Tag("SO-1")
  void aStrongAcheIsPainAlsoWhenNothingIsKnownOfThePatientsUsualPain() {
    Course unassessed = Course.unassessed();
    unassessed.records(SESSION);

    assertReasons(unassessed.records(checkIn(NEXT_MORNING, 7, sore(muscleAche()))), "PM-RED");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "SHARP, LEG_BELOW_KNEE",
    "DULL, LEG_BELOW_KNEE",
    "SHOOTING, LOW_BACK",
    "SHARP, WORKED_MUSCLE",
    "BURNING, WORKED_MUSCLE",
    "DULL, LEG_ABOVE_KNEE"
  })
  void alarmingSignsAreNeverSoreness(PainQuality quality, PainLocation location) {
    Reading reading =
        afterSession(4)
            .records(checkInAfter(SESSION, NEXT_MORNING, 2, sore(signs(quality, location))));

    assertReasons(reading, "FL-3");
    assertThat(reading.flare()).map(FlareReport::severity).hasValue(Severity.MODERATE);
  }

  @Tag("FL-3")
  @Test
  void alarmingSignsCountEvenWhenThePatientSaysNotSore() {
    Soreness sharp =
        new Soreness(false, Optional.of(PainQuality.SHARP), Optional.of(PainLocation.LOW_BACK));

    assertReasons(afterSession(4).records(checkInAfter(SESSION, NEXT_MORNING, 2, sharp)), "FL-3");
  }

  @Test
  void aPatientWhoIsNotSoreIsNeitherExcusedNorSoreForLong() {
    Soreness none = new Soreness(false, muscleAche().quality(), muscleAche().location());

    assertReasons(afterSession(2).records(checkInAfter(SESSION, NEXT_MORNING, 3, none)), "PM-RED");
    assertReasons(
        afterSession(2).records(checkInAfter(SESSION, END.plus(Duration.ofHours(73)), 2, none)),
        "");
  }

  @Tag("SO-2")
  @Test
  void sorenessWithoutDetailExcusesNothingButLastsLikeAny() {
    assertReasons(
        afterSession(2).records(checkInAfter(SESSION, NEXT_MORNING, 3, sore(noSigns()))), "PM-RED");
    assertReasons(
        afterSession(2)
            .records(checkInAfter(SESSION, END.plus(Duration.ofHours(73)), 2, sore(noSigns()))),
        "SO-2");
  }

  @Test
  void anAcheInTheBackIsNoSoreness() {
    Soreness back = sore(signs(PainQuality.DULL, PainLocation.LOW_BACK));

    assertReasons(
        afterSession(2).records(checkInAfter(SESSION, END.plus(Duration.ofHours(73)), 2, back)),
        "");
  }

  @Test
  void aTiedCheckInCountsFromItsSessionAndAnyOtherFromTheLastOne() {
    WorkoutSession later = session(END.plus(Duration.ofDays(2)), 2, 2);
    Instant at = END.plus(Duration.ofHours(73));
    Course course = afterSession(2);
    course.records(later);

    assertReasons(course.records(checkIn(at, 2, sore(muscleAche()))), "SO-1");
    assertReasons(course.records(checkInAfter(SESSION, at, 2, sore(muscleAche()))), "SO-2");
  }

  @Test
  void withoutASessionThereIsNothingToBeSoreFrom() {
    assertReasons(
        Course.withBaseline(2).records(checkIn(NEXT_MORNING, 4, sore(muscleAche()))), "FL-1");
  }

  @Test
  void aCheckInBeforeItsSessionEndedIsNotExcusedBySoreness() {
    assertReasons(
        afterSession(2)
            .records(checkInAfter(SESSION, END.minus(Duration.ofHours(1)), 4, sore(muscleAche()))),
        "FL-1");
  }

  private static Course afterSession(int baseline) {
    Course course = Course.withBaseline(baseline);
    course.records(SESSION);
    return course;
  }

  private static void assertReasons(Reading reading, String rules) {
    List<String> expected = rules.isEmpty() ? List.of() : List.of(rules.split(" "));
    assertThat(reading.reasons()).extracting(Reason::rule).isEqualTo(expected);
  }
}
