package health.backstep.session.reading;

import static health.backstep.session.Records.checkIn;
import static health.backstep.session.Records.muscleAche;
import static health.backstep.session.Records.noSigns;
import static health.backstep.session.Records.report;
import static health.backstep.session.Records.session;
import static health.backstep.session.Records.signs;
import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.session.flare.FlareReport;
import health.backstep.session.flare.SelfReport;
import health.backstep.session.flare.Severity;
import health.backstep.session.pain.Origin;
import health.backstep.session.pain.PainLocation;
import health.backstep.session.pain.PainQuality;
import health.backstep.session.redflag.RedFlagAnswers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelfReportReadingTest {

  private static final Instant AT = Instant.parse("2026-11-21T18:00:00Z");
  private static final Duration TWO_HOURS = Duration.ofHours(2);

  @Tag("FL-1")
  @ParameterizedTest(name = "baseline 3, pain {0} for {1}: {2}")
  @CsvSource({
    "4, PT24H, ''",
    "5, PT1H59M59S, ''",
    "5, PT2H, FL-1",
    "5, PT3H, FL-1",
    "5, , FL-1",
    "4, , ''",
    "9, PT1H, ''",
  })
  void painTwoAboveUsualForTwoHoursIsAFlareByPain(int pain, Duration lasted, String rules) {
    assertReasons(Course.withBaseline(3).records(report(AT, pain, lasted, noSigns())), rules);
  }

  @Tag("FL-1")
  @Test
  void theBaselineCountsUntilTheThirdReadingAndThenTheMedian() {
    Course course = Course.withBaseline(3);
    course.records(checkIn(AT.minus(Duration.ofHours(5)), 1));
    course.records(checkIn(AT.minus(Duration.ofHours(4)), 1));
    CourseState withTwo = course.state();
    course.records(checkIn(AT.minus(Duration.ofHours(3)), 1));

    assertThat(withTwo.readings()).hasSize(2);
    assertReasons(course.records(report(AT, 3, TWO_HOURS, noSigns())), "FL-1");
    Course two = Course.withBaseline(3);
    two.records(checkIn(AT.minus(Duration.ofHours(5)), 1));
    two.records(checkIn(AT.minus(Duration.ofHours(4)), 1));
    assertReasons(two.records(report(AT, 3, TWO_HOURS, noSigns())), "");
  }

  @Test
  void withoutBaselineAndReadingsNoRiseIsKnown() {
    assertReasons(Course.unassessed().records(report(AT, 9, TWO_HOURS, noSigns())), "");
  }

  @Tag("FL-2")
  @Tag("FL-SEV")
  @ParameterizedTest(name = "pain {0}, hard {1}, limited {2}, worried {3}: {4}")
  @CsvSource({
    "0, true, false, false, MILD",
    "0, false, true, false, MILD",
    "0, false, false, true, MILD",
    "4, true, false, true, MILD",
    "5, false, false, true, MODERATE",
    "7, false, false, true, SEVERE",
    "2, true, true, false, SEVERE",
  })
  void impactMakesAFlareWhateverTheNumber(
      int pain, boolean hard, boolean limited, boolean worried, Severity severity) {
    Reading reading =
        Course.withBaseline(4).records(report(AT, pain, null, noSigns(), hard, limited, worried));

    assertThat(reading.flare()).map(FlareReport::severity).hasValue(severity);
    assertThat(reading.reasons()).extracting(Reason::rule).startsWith("FL-2");
  }

  @Tag("FL-3")
  @Test
  void alarmingPainIsAFlareByItself() {
    Reading reading =
        Course.withBaseline(4)
            .records(report(AT, 1, TWO_HOURS, signs(null, PainLocation.LEG_BELOW_KNEE)));

    assertReasons(reading, "FL-3");
    assertThat(reading.flare())
        .hasValueSatisfying(
            report -> {
              assertThat(report.severity()).isEqualTo(Severity.MODERATE);
              assertThat(report.radiating()).isTrue();
              assertThat(report.origin()).isEqualTo(Origin.SELF_REPORT);
              assertThat(report.sessionId()).isEmpty();
            });
  }

  @Test
  void allRulesThatApplyAreNamedInConflictOrder() {
    assertReasons(
        Course.withBaseline(2)
            .records(
                report(AT, 6, TWO_HOURS, signs(PainQuality.BURNING, null), true, false, false)),
        "FL-2 FL-3 FL-1");
  }

  @Test
  void whatMeetsNoRuleIsNoFlareButAReading() {
    Reading reading = Course.withBaseline(4).records(report(AT, 5, TWO_HOURS, noSigns()));

    assertThat(reading.outcome()).isEqualTo(Outcome.GREEN);
    assertThat(reading.flare()).isEmpty();
    assertThat(reading.episode()).isEmpty();
    assertThat(reading.next().readings())
        .singleElement()
        .satisfies(
            kept -> {
              assertThat(kept.pain()).isEqualTo(5);
              assertThat(kept.origin()).isEqualTo(Origin.SELF_REPORT);
            });
  }

  @Tag("SO-1")
  @Tag("SO-2")
  @ParameterizedTest(name = "muscle ache of {0} for {1}, {2} after a session: {3}")
  @CsvSource({
    "5, PT24H, PT24H, FL-1",
    "5, , PT24H, SO-1",
    "5, PT1H, PT72H, SO-1",
    "4, PT24H, PT72H, SO-1",
    "3, PT1H, PT72H0M1S, SO-2",
    "5, PT24H, PT73H, FL-1 SO-2",
    "6, PT1H, PT24H, SO-1",
    "7, PT1H, PT24H, PM-RED",
    "7, PT2H, PT24H, FL-1 PM-RED",
    "7, , PT24H, FL-1 PM-RED",
  })
  void sorenessExplainsARiseUnlessItIsKnownToLast(
      int pain, Duration lasted, Duration afterSession, String rules) {
    Course course = Course.withBaseline(3);
    course.records(session(AT.minus(afterSession), 2, 2));

    assertReasons(course.records(report(AT, pain, lasted, muscleAche())), rules);
  }

  @ParameterizedTest(name = "pain {0}, hard {1}, limited {2}, impossible {3}: {4}")
  @CsvSource({
    "0, false, false, true, SEVERE",
    "4, false, true, true, SEVERE",
    "2, true, true, false, SEVERE",
    "2, true, false, false, MILD",
    "2, false, true, false, MILD",
    "5, true, false, false, MODERATE",
    "7, true, false, false, SEVERE",
  })
  @Tag("FL-SEV")
  void aFlareIsSevereWhenUsualActivitiesAreImpossible(
      int pain, boolean hard, boolean limited, boolean impossible, Severity severity) {
    SelfReport report =
        new SelfReport(
            AT,
            pain,
            Optional.empty(),
            hard,
            limited,
            false,
            impossible,
            noSigns(),
            Optional.empty(),
            RedFlagAnswers.notAsked());

    Reading reading = Course.withBaseline(4).records(report);

    assertThat(reading.flare()).map(FlareReport::severity).hasValue(severity);
    assertThat(reading.reasons()).extracting(Reason::rule).startsWith("FL-2");
  }

  @Test
  void theExerciseThatThePatientNamesIsTheProvokingOne() {
    SelfReport report =
        new SelfReport(
            AT,
            4,
            Optional.empty(),
            false,
            false,
            true,
            noSigns(),
            Optional.of("bridge"),
            RedFlagAnswers.notAsked());

    assertThat(Course.withBaseline(4).records(report).flare())
        .hasValueSatisfying(
            flare -> assertThat(flare.provokingExercises()).containsExactly("bridge"));
  }

  private static void assertReasons(Reading reading, String rules) {
    List<String> expected = rules.isEmpty() ? List.of() : List.of(rules.split(" "));
    assertThat(reading.reasons()).extracting(Reason::rule).isEqualTo(expected);
  }
}
