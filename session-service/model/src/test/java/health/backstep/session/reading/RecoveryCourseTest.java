package health.backstep.session.reading;

import static health.backstep.session.Records.checkIn;
import static health.backstep.session.Records.checkInAfter;
import static health.backstep.session.Records.exercise;
import static health.backstep.session.Records.noSigns;
import static health.backstep.session.Records.report;
import static health.backstep.session.Records.session;
import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.rules.Rule;
import health.backstep.rules.RuleSet;
import health.backstep.session.flare.EpisodeEvent;
import health.backstep.session.flare.EpisodeEvent.Continued;
import health.backstep.session.flare.EpisodeEvent.Escalated;
import health.backstep.session.flare.EpisodeEvent.Opened;
import health.backstep.session.flare.EpisodeEvent.Settled;
import health.backstep.session.flare.EpisodeEvent.SettledBy;
import health.backstep.session.flare.FlareId;
import health.backstep.session.flare.Severity;
import health.backstep.session.redflag.LegWeakness;
import health.backstep.session.redflag.RedFlag;
import health.backstep.session.redflag.RedFlagAnswers;
import health.backstep.session.workout.StopReason;
import health.backstep.session.workout.WorkoutSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whole stories of a patient, record by record. */
class RecoveryCourseTest {

  private static final Instant MONDAY = Instant.parse("2026-11-23T18:00:00Z");
  private static final FlareId FIRST = flareId(1);
  private static final FlareId SECOND = flareId(2);

  @Tag("FL-EPISODE")
  @Test
  void aFlareOpensContinuesEscalatesSettlesAndTheNextOneIsAnother() {
    Course patient = Course.withBaseline(3);
    WorkoutSession session =
        session(MONDAY, 3, 3, exercise("bridge", 3, noSigns(), StopReason.PAIN));

    Reading stopped = patient.records(session);
    assertThat(stopped.episode()).containsInstanceOf(Opened.class);
    assertThat(stopped.flare()).map(flare -> flare.severity()).hasValue(Severity.MILD);

    Reading morning = patient.records(checkInAfter(session, hoursLater(13), 4));
    assertThat(morning.episode()).containsInstanceOf(Continued.class);

    Reading worse = patient.records(report(hoursLater(20), 6, null, noSigns()));
    assertThat(worse.episode())
        .hasValue(new Escalated(FIRST, worse.flare().orElseThrow(), Severity.MILD));

    Reading stillBad =
        patient.records(report(hoursLater(24), 5, null, noSigns(), true, false, false));
    assertThat(stillBad.episode()).containsInstanceOf(Continued.class);

    assertThat(patient.records(checkIn(hoursLater(48), 3)).episode()).isEmpty();
    assertThat(patient.records(checkIn(hoursLater(50), 2)).episode()).isEmpty();
    assertThat(patient.records(checkIn(hoursLater(72), 3)).episode())
        .hasValue(new Settled(FIRST, hoursLater(72), SettledBy.CALM_READINGS));

    Reading again = patient.records(report(hoursLater(96), 4, null, noSigns(), false, false, true));
    assertThat(again.episode()).map(EpisodeEvent::flareId).hasValue(SECOND);
    assertThat(again.episode()).containsInstanceOf(Opened.class);
  }

  @Test
  void calmSessionsSettleAFlareLikeCheckIns() {
    Course patient = Course.withBaseline(3);
    patient.records(session(MONDAY, 2, 6));

    assertThat(patient.records(session(hoursLater(48), 3, 3)).episode()).isEmpty();
    assertThat(patient.records(session(hoursLater(96), 2, 2)).episode())
        .hasValue(new Settled(FIRST, hoursLater(96), SettledBy.CALM_READINGS));
  }

  @Test
  void aNewAssessmentSettlesAFlareAndSetsTheBaseline() {
    Course patient = Course.withBaseline(3);
    patient.records(session(MONDAY, 2, 6));

    Reading assessed = patient.records(new AssessmentTaken(hoursLater(24), 5));

    assertThat(assessed.episode())
        .hasValue(new Settled(FIRST, hoursLater(24), SettledBy.ASSESSMENT));
    assertThat(patient.records(checkIn(hoursLater(30), 6)).outcome()).isEqualTo(Outcome.GREEN);
    assertThat(patient.records(checkIn(hoursLater(31), 7)).outcome()).isEqualTo(Outcome.FLARE);
  }

  @Test
  void anAssessmentThatArrivesLateDoesNotReplaceANewerBaseline() {
    Course patient = Course.withBaseline(3);

    patient.records(new AssessmentTaken(Instant.parse("2026-09-01T08:00:00Z"), 8));

    assertThat(patient.state().baseline()).map(baseline -> baseline.pain()).hasValue(3);
  }

  @Test
  void aReportThatArrivesAfterItsEpisodeSettledOpensAnotherAtItsOwnTime() {
    Course patient = Course.withBaseline(3);
    patient.records(session(MONDAY, 2, 6));
    patient.records(checkIn(hoursLater(24), 3));
    patient.records(checkIn(hoursLater(48), 3));

    Reading late = patient.records(report(hoursLater(2), 6, null, noSigns(), true, false, false));

    assertThat(late.episode()).hasValue(new Opened(SECOND, late.flare().orElseThrow()));
    assertThat(late.flare()).map(flare -> flare.at()).hasValue(hoursLater(2));
  }

  @Tag("RF-EMERGENCY")
  @Test
  void aRedFlagIsRaisedBesideAGreenSession() {
    RedFlagAnswers answers =
        new RedFlagAnswers(
            false,
            null,
            LegWeakness.BOTH_SIDES,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    WorkoutSession calm = session(MONDAY, 1, 1);

    Reading reading =
        Course.withBaseline(3)
            .records(
                new WorkoutSession(
                    calm.id(), 1, calm.startedAt(), calm.endedAt(), 1, 1, List.of(), answers));

    assertThat(reading.outcome()).isEqualTo(Outcome.GREEN);
    assertThat(reading.redFlag())
        .hasValueSatisfying(
            raised -> assertThat(raised.flags()).containsExactly(RedFlag.LEG_WEAKNESS_BOTH_SIDES));
    assertThat(reading.reasons())
        .extracting(Reason::rule)
        .containsExactly("RF-EMERGENCY", "PM-GREEN");
  }

  @Test
  void readingsAndSessionsOlderThanTwoWeeksAreForgotten() {
    Course patient = Course.withBaseline(3);
    patient.records(session(MONDAY, 2, 2));
    patient.records(checkIn(hoursLater(24), 2));
    patient.records(session(hoursLater(24 * 15), 2, 2));

    assertThat(patient.state().readings())
        .extracting(reading -> reading.at())
        .containsExactly(hoursLater(24), hoursLater(24 * 15));
    assertThat(patient.state().sessions())
        .extracting(SessionTimes::endedAt)
        .containsExactly(hoursLater(24 * 15));
  }

  @Test
  @Tag("PM-RED")
  void aMorningAfterThatIsToldAWeekLateIsStillReadAgainstItsSession() {
    Course patient = Course.withBaseline(3);
    WorkoutSession session = session(MONDAY, 2, 2);
    patient.records(session);
    patient.records(session(hoursLater(24 * 9), 2, 2));

    assertThat(patient.records(checkInAfter(session, hoursLater(13), 4)).reasons())
        .extracting(Reason::rule)
        .containsExactly("PM-RED");
  }

  @Test
  @Tag("FL-1")
  void aLateRecordIsHeldAgainstTheReadingsOfItsOwnTime() {
    Course patient = Course.withBaseline(6);
    IntStream.rangeClosed(1, 3).forEach(day -> patient.records(checkIn(hoursLater(24 * day), 1)));
    IntStream.rangeClosed(9, 11).forEach(day -> patient.records(checkIn(hoursLater(24 * day), 6)));

    assertThat(patient.records(checkIn(hoursLater(24 * 4), 3)).reasons())
        .extracting(Reason::rule)
        .containsExactly("FL-1");
  }

  @Test
  void theSameRecordsGiveTheSameReadings() {
    assertThat(aWeek()).isEqualTo(aWeek());
  }

  @Test
  void everyReasonOfEveryReaderComesInTheConflictOrderOfTheRuleSet() {
    List<String> order = RuleSet.current().rules().stream().map(Rule::id).toList();

    assertThat(aWeek())
        .allSatisfy(
            reading ->
                assertThat(reading.reasons())
                    .extracting(reason -> order.indexOf(reason.rule()))
                    .isSorted());
  }

  private static List<Reading> aWeek() {
    Course patient = Course.withBaseline(3);
    WorkoutSession session =
        session(MONDAY, 1, 7, exercise("bridge", 6, noSigns(), StopReason.PAIN));
    return List.of(
        patient.records(session),
        patient.records(checkInAfter(session, hoursLater(13), 6)),
        patient.records(report(hoursLater(20), 8, null, noSigns(), true, true, true)),
        patient.records(checkIn(hoursLater(48), 3)),
        patient.records(checkIn(hoursLater(72), 3)));
  }

  private static Instant hoursLater(int hours) {
    return MONDAY.plus(Duration.ofHours(hours));
  }

  private static FlareId flareId(int number) {
    return new FlareId(new UUID(0, number));
  }
}
