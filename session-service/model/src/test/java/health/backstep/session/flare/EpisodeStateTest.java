package health.backstep.session.flare;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.session.flare.EpisodeEvent.Continued;
import health.backstep.session.flare.EpisodeEvent.Escalated;
import health.backstep.session.flare.EpisodeEvent.Opened;
import health.backstep.session.flare.EpisodeEvent.Settled;
import health.backstep.session.flare.EpisodeEvent.SettledBy;
import health.backstep.session.pain.Baseline;
import health.backstep.session.pain.Origin;
import health.backstep.session.pain.PainReading;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("FL-EPISODE")
class EpisodeStateTest {

  private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
  private static final Settling AT_4 = settling(Optional.of(4), ZoneOffset.UTC);
  private static final FlareId FIRST = flareId(1);

  private int opened;

  @Test
  void theFirstReportOpensAnEpisode() {
    FlareReport report = report(MONDAY, Severity.MILD);

    EpisodeStep step = onReport(EpisodeState.none(), report);

    assertThat(step.event()).hasValue(new Opened(FIRST, report));
    assertThat(step.state())
        .isInstanceOfSatisfying(
            OpenEpisode.class,
            open -> {
              assertThat(open.flareId()).isEqualTo(FIRST);
              assertThat(open.severity()).isEqualTo(Severity.MILD);
              assertThat(open.openedAt()).isEqualTo(MONDAY);
              assertThat(open.calmDays()).isEmpty();
            });
  }

  @ParameterizedTest(name = "{1} during {0}: escalates {2}")
  @CsvSource({
    "MILD, MILD, false",
    "MILD, MODERATE, true",
    "MILD, SEVERE, true",
    "MODERATE, MILD, false",
    "MODERATE, MODERATE, false",
    "MODERATE, SEVERE, true",
    "SEVERE, MILD, false",
    "SEVERE, MODERATE, false",
    "SEVERE, SEVERE, false",
  })
  void onlyAStrictlyWorseReportEscalatesAndTheWorstIsKept(
      Severity before, Severity now, boolean escalates) {
    FlareReport report = report(day(1), now);

    EpisodeStep step = onReport(open(before), report);

    assertThat(step.event())
        .hasValue(escalates ? new Escalated(FIRST, report, before) : new Continued(FIRST, report));
    assertThat(((OpenEpisode) step.state()).severity()).isEqualTo(escalates ? now : before);
  }

  @ParameterizedTest(name = "pain {0} then {1} on the next day: settles {2}")
  @CsvSource({"4, 4, true", "0, 3, true", "4, 5, false", "5, 4, false", "5, 5, false"})
  void twoDaysAtOrBelowBaselineSettle(int first, int second, boolean settles) {
    EpisodeStep step =
        onReading(onReading(open(Severity.MILD), day(1), first).state(), day(2), second);

    assertThat(step.event().isPresent()).isEqualTo(settles);
    assertThat(step.state() instanceof NoEpisode).isEqualTo(settles);
  }

  @Test
  void aSettledEpisodeNamesItselfTheTimeAndTheCause() {
    assertThat(onReading(onReading(open(Severity.MILD), day(1), 4).state(), day(2), 4).event())
        .hasValue(new Settled(FIRST, day(2), SettledBy.CALM_READINGS));
  }

  @Test
  void calmDaysNeedNotFollowEachOther() {
    EpisodeState state = onReading(open(Severity.MILD), day(1), 3).state();
    state = onReading(state, day(2), 6).state();

    assertThat(onReading(state, day(3), 3).event()).isPresent();
  }

  @Test
  void twoCalmReadingsOnOneDayAreOneDay() {
    EpisodeState state = onReading(open(Severity.MILD), day(1), 3).state();

    assertThat(onReading(state, day(1).plus(Duration.ofHours(9)), 3).event()).isEmpty();
  }

  @Test
  void aWorseReadingLaterOnTheSameDayTakesTheCalmDayBack() {
    EpisodeState state = onReading(open(Severity.MILD), day(1), 3).state();
    state = onReading(state, day(1).plus(Duration.ofHours(9)), 5).state();

    assertThat(onReading(state, day(2), 3).event()).isEmpty();
  }

  @Test
  void aReadingFromEarlierThatDayWhichComesLateDoesNotMakeABadDayCalm() {
    EpisodeState state = onReading(open(Severity.MILD), day(1), 5).state();
    state = onReading(state, day(1).minus(Duration.ofHours(4)), 3).state();

    assertThat(onReading(state, day(2), 3).event()).isEmpty();
  }

  @Test
  void aReadingFromEarlierThatDayWhichComesLateDoesNotTakeACalmDayBack() {
    EpisodeState state = onReading(open(Severity.MILD), day(1), 3).state();
    state = onReading(state, day(1).minus(Duration.ofHours(4)), 5).state();

    assertThat(onReading(state, day(2), 3).event()).isPresent();
  }

  @Test
  void aCalmDayThatIsToldLateSettlesWhenTheDaysWereComplete() {
    EpisodeState state = onReading(open(Severity.MILD), day(3), 3).state();

    assertThat(onReading(state, day(2), 3).event())
        .hasValue(new Settled(FIRST, day(3), SettledBy.CALM_READINGS));
  }

  @ParameterizedTest(name = "{0}: {1} and {2} settle: {3}")
  @CsvSource({
    "Pacific/Auckland,    2026-11-24T10:30:00Z, 2026-11-24T11:30:00Z, true",
    "UTC,                 2026-11-24T10:30:00Z, 2026-11-24T11:30:00Z, false",
    "Pacific/Auckland,    2026-11-24T12:00:00Z, 2026-11-25T08:00:00Z, false",
    "UTC,                 2026-11-24T12:00:00Z, 2026-11-25T08:00:00Z, true",
    "America/Los_Angeles, 2026-11-24T20:00:00Z, 2026-11-25T07:30:00Z, false",
    "America/Los_Angeles, 2026-11-25T07:30:00Z, 2026-11-25T08:30:00Z, true",
    // the clocks go forward on 28 March 2027, a day of 23 hours from 23:00Z to 22:00Z
    "Europe/Berlin,       2027-03-27T22:59:59Z, 2027-03-27T23:00:00Z, true",
    "Europe/Berlin,       2027-03-27T23:00:00Z, 2027-03-28T21:59:59Z, false",
    "Europe/Berlin,       2027-03-27T23:00:00Z, 2027-03-28T22:00:00Z, true",
    // and back on 31 October, a day of 25 hours from 22:00Z to 23:00Z
    "Europe/Berlin,       2027-10-30T22:00:00Z, 2027-10-31T22:59:59Z, false",
    "Europe/Berlin,       2027-10-30T22:00:00Z, 2027-10-31T23:00:00Z, true",
  })
  void aDayIsTheCalendarDayOfThePatient(
      ZoneId zone, Instant first, Instant second, boolean settles) {
    Settling settling = settling(Optional.of(4), zone);
    EpisodeState state = open(Severity.MILD).onReading(reading(first, 2), settling).state();

    assertThat(state.onReading(reading(second, 2), settling).event().isPresent())
        .isEqualTo(settles);
  }

  @Test
  void aReportVoidsTheCalmDaysBeforeIt() {
    EpisodeState state = onReading(open(Severity.MILD), day(1), 3).state();
    state = onReport(state, report(day(2), Severity.MILD)).state();

    assertThat(onReading(state, day(3), 3).event()).isEmpty();
  }

  @Test
  void aReportVoidsTheCalmReadingEarlierOnItsDay() {
    EpisodeState state = onReading(open(Severity.MILD), day(1), 3).state();
    Instant thatEvening = day(1).plus(Duration.ofHours(9));
    state = onReport(state, report(thatEvening, Severity.MILD)).state();

    assertThat(onReading(state, day(2), 3).event()).isEmpty();
  }

  @Test
  void aLateReportKeepsTheCalmDaysAfterItsTimeButMayEscalate() {
    EpisodeState state = onReading(open(Severity.MILD), day(3), 3).state();

    EpisodeStep late = onReport(state, report(day(1), Severity.SEVERE));

    assertThat(late.event()).containsInstanceOf(Escalated.class);
    assertThat(onReading(late.state(), day(4), 3).event()).isPresent();
  }

  @Test
  void aReportOlderThanTheEpisodeBelongsToItAndMovesNoTimes() {
    EpisodeStep step =
        onReport(open(Severity.MODERATE), report(MONDAY.minus(Duration.ofDays(1)), Severity.MILD));

    assertThat(step.event()).containsInstanceOf(Continued.class);
    assertThat(step.state()).isEqualTo(open(Severity.MODERATE));
  }

  @ParameterizedTest(name = "{0} after the report: counts {1}")
  @CsvSource({"-PT1H, false", "PT0S, false", "PT1S, true"})
  void onlyReadingsAfterTheLastReportCount(Duration after, boolean counts) {
    EpisodeState state = onReading(open(Severity.MILD), MONDAY.plus(after), 0).state();

    assertThat(onReading(state, day(1), 0).event().isPresent()).isEqualTo(counts);
  }

  @Test
  void withoutABaselineNoReadingSettles() {
    Settling unknown = settling(Optional.empty(), ZoneOffset.UTC);
    EpisodeState state = open(Severity.MILD).onReading(reading(day(1), 0), unknown).state();

    assertThat(state.onReading(reading(day(2), 0), unknown).event()).isEmpty();
  }

  @ParameterizedTest(name = "{0} after the report: settles {1}")
  @CsvSource({"-PT1H, false", "PT0S, false", "PT1H, true"})
  void anAssessmentSettlesWhatWasReportedBeforeIt(Duration after, boolean settles) {
    Instant assessedAt = MONDAY.plus(after);

    assertThat(open(Severity.SEVERE).onAssessment(assessedAt).event())
        .isEqualTo(
            settles
                ? Optional.of(new Settled(FIRST, assessedAt, SettledBy.ASSESSMENT))
                : Optional.empty());
  }

  @Test
  void whereNoFlareIsOpenReadingsAndAssessmentsChangeNothing() {
    EpisodeState none = EpisodeState.none();

    assertThat(List.of(onReading(none, MONDAY, 0), none.onAssessment(MONDAY)))
        .containsOnly(EpisodeStep.nothingHappened(none));
  }

  @Test
  void aReportAfterSettlingOpensAnotherEpisode() {
    EpisodeState settled = settled();

    assertThat(onReport(settled, report(day(5), Severity.MILD)).event())
        .map(EpisodeEvent::flareId)
        .hasValue(flareId(2));
  }

  @Test
  void aLateReportFromWithinASettledEpisodeOpensAnotherWithItsOwnCalmDaysToCome() {
    EpisodeState settled = settled();

    EpisodeStep late = onReport(settled, report(day(1), Severity.MODERATE));

    assertThat(late.event()).containsInstanceOf(Opened.class);
    assertThat(((OpenEpisode) late.state()).openedAt()).isEqualTo(day(1));
    assertThat(onReading(late.state(), day(4), 3).event()).isEmpty();
  }

  private EpisodeState settled() {
    EpisodeState state = onReport(EpisodeState.none(), report(MONDAY, Severity.MILD)).state();
    state = onReading(onReading(state, day(2), 3).state(), day(3), 3).state();
    assertThat(state).isEqualTo(EpisodeState.none());
    return state;
  }

  private EpisodeState open(Severity severity) {
    opened = 0;
    return onReport(EpisodeState.none(), report(MONDAY, severity)).state();
  }

  private EpisodeStep onReport(EpisodeState state, FlareReport report) {
    return state.onReport(report, AT_4, () -> flareId(++opened));
  }

  private static EpisodeStep onReading(EpisodeState state, Instant at, int pain) {
    return state.onReading(reading(at, pain), AT_4);
  }

  private static Settling settling(Optional<Integer> baseline, ZoneId zone) {
    return new Settling(baseline.map(pain -> new Baseline(pain, Instant.EPOCH)), zone, 2);
  }

  private static FlareId flareId(int number) {
    return new FlareId(new UUID(0, number));
  }

  private static Instant day(int afterMonday) {
    return MONDAY.plus(Duration.ofDays(afterMonday));
  }

  private static PainReading reading(Instant at, int pain) {
    return new PainReading(at, pain, Origin.CHECK_IN);
  }

  private static FlareReport report(Instant at, Severity severity) {
    return new FlareReport(
        severity,
        5,
        2,
        at,
        List.of(),
        false,
        List.of("FL-2"),
        Origin.SELF_REPORT,
        Optional.empty(),
        Optional.empty());
  }
}
