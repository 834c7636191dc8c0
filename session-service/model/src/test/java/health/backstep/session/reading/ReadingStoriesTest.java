package health.backstep.session.reading;

import static health.backstep.session.Records.checkIn;
import static health.backstep.session.Records.checkInAfter;
import static health.backstep.session.Records.exercise;
import static health.backstep.session.Records.muscleAche;
import static health.backstep.session.Records.noSigns;
import static health.backstep.session.Records.report;
import static health.backstep.session.Records.session;
import static health.backstep.session.Records.signs;
import static health.backstep.session.Records.sore;
import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.session.checkin.CheckIn;
import health.backstep.session.checkin.Soreness;
import health.backstep.session.flare.EpisodeEvent.Continued;
import health.backstep.session.flare.EpisodeEvent.Escalated;
import health.backstep.session.flare.EpisodeEvent.Opened;
import health.backstep.session.flare.EpisodeEvent.Settled;
import health.backstep.session.flare.FlareReport;
import health.backstep.session.flare.SelfReport;
import health.backstep.session.flare.Severity;
import health.backstep.session.pain.PainLocation;
import health.backstep.session.pain.PainQuality;
import health.backstep.session.redflag.RedFlag;
import health.backstep.session.redflag.RedFlagAnswers;
import health.backstep.session.redflag.RedFlagRaised;
import health.backstep.session.redflag.Urgency;
import health.backstep.session.workout.PerformedExercise;
import health.backstep.session.workout.StopReason;
import health.backstep.session.workout.WorkoutSession;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What patients tell after exercising, and how a clinician would read it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingStoriesTest {

  private static final Instant MONDAY_EVENING = Instant.parse("2026-11-23T18:00:00Z");

  private final Course anna = Course.withBaseline(2);
  private int hour;

  @Test
  @Tag("PM-GREEN")
  void a_calm_session_and_a_calm_morning_after_it_are_green() {
    WorkoutSession session = worksOut(2, 2, exercise("bridge", 2));

    assertReads(anna.records(session), Outcome.GREEN, "PM-GREEN");
    assertReads(anna.records(checkInAfter(session, later(13), 2)), Outcome.GREEN);
  }

  @Test
  @Tag("PM-AMBER")
  void some_pain_that_is_gone_by_the_next_morning_is_acceptable() {
    WorkoutSession session = worksOut(3, 4, exercise("bridge", 5));

    assertReads(anna.records(session), Outcome.AMBER, "PM-AMBER");
    assertReads(anna.records(checkInAfter(session, later(13), 2)), Outcome.GREEN);
  }

  @Test
  @Tag("PM-RED")
  void the_same_pain_that_is_still_there_next_morning_is_a_flare() {
    WorkoutSession session = worksOut(3, 4, exercise("bridge", 5));
    anna.records(session);

    Reading morning = anna.records(checkInAfter(session, later(13), 3));

    assertReads(morning, Outcome.FLARE, "PM-RED");
    assertThat(morning.episode()).containsInstanceOf(Opened.class);
  }

  @Test
  @Tag("PM-RED")
  void a_session_that_sends_the_pain_from_one_to_four_was_too_much() {
    Reading reading = anna.records(worksOut(1, 4, exercise("bridge", 4), exercise("cat-cow", 1)));

    assertReads(reading, Outcome.FLARE, "PM-RED");
    assertThat(reading.flare())
        .hasValueSatisfying(
            flare -> {
              assertThat(flare.severity()).isEqualTo(Severity.MILD);
              assertThat(flare.provokingExercises()).containsExactly("bridge");
            });
  }

  @Test
  @Tag("SO-1")
  void a_dull_ache_two_days_after_the_first_squats_is_soreness() {
    WorkoutSession firstSquats = worksOut(2, 2, exercise("squat", 2));
    anna.records(firstSquats);

    Reading twoDaysOn = anna.records(checkInAfter(firstSquats, later(48), 4, sore(muscleAche())));

    assertReads(twoDaysOn, Outcome.AMBER, "SO-1");
    assertThat(twoDaysOn.episode()).isEmpty();
  }

  @Test
  @Tag("SO-2")
  void the_same_ache_after_72_hours_is_a_mild_flare() {
    WorkoutSession firstSquats = worksOut(2, 2, exercise("squat", 2));
    anna.records(firstSquats);
    anna.records(checkInAfter(firstSquats, later(72), 3, sore(muscleAche())));

    Reading stillThere =
        anna.records(checkInAfter(firstSquats, later(72).plusSeconds(1), 3, sore(muscleAche())));

    assertReads(stillThere, Outcome.FLARE, "SO-2");
    assertThat(stillThere.flare()).map(FlareReport::severity).hasValue(Severity.MILD);
  }

  @Test
  @Tag("SO-1")
  @Tag("FL-SEV")
  void an_ache_of_seven_is_no_soreness_however_dull_it_feels() {
    WorkoutSession firstSquats = worksOut(2, 2, exercise("squat", 2));
    anna.records(firstSquats);

    Reading morning = anna.records(checkInAfter(firstSquats, later(13), 7, sore(muscleAche())));

    assertReads(morning, Outcome.FLARE, "FL-1", "PM-RED");
    assertThat(morning.flare()).map(FlareReport::severity).hasValue(Severity.SEVERE);
  }

  @Test
  @Tag("SO-3")
  void soreness_that_does_not_warm_away_holds_the_session_and_names_the_bridge() {
    Reading reading =
        anna.records(
            worksOut(
                1,
                1,
                exercise("cat-cow", 1, muscleAche()),
                exercise("bird-dog", 0),
                exercise("bridge", 1, muscleAche())));

    assertReads(reading, Outcome.AMBER, "SO-3");
    assertThat(reading.soreExercises()).containsExactly("bridge");
  }

  @Test
  @Tag("SO-3")
  void soreness_that_warms_away_does_not_count_against_the_session() {
    assertReads(
        anna.records(worksOut(1, 1, exercise("cat-cow", 1, muscleAche()), exercise("bridge", 1))),
        Outcome.GREEN,
        "PM-GREEN");
  }

  @Test
  @Tag("FL-1")
  void pain_well_above_the_usual_for_an_afternoon_is_a_flare() {
    List.of(24, 48, 72).forEach(hours -> anna.records(checkIn(later(hours), 1)));

    assertReads(told(80, 3, Duration.ofMinutes(90)), Outcome.GREEN);
    assertReads(told(81, 3, Duration.ofHours(3)), Outcome.FLARE, "FL-1");
  }

  @Test
  @Tag("FL-2")
  void a_flare_that_worries_counts_though_the_number_is_low() {
    Reading reading =
        anna.records(report(later(30), 1, Duration.ofHours(1), noSigns(), false, false, true));

    assertReads(reading, Outcome.FLARE, "FL-2");
    assertThat(reading.flare()).map(FlareReport::severity).hasValue(Severity.MILD);
  }

  @Test
  @Tag("FL-SEV")
  void a_flare_that_makes_dressing_and_walking_impossible_is_severe_at_any_number() {
    Reading reading =
        anna.records(
            new SelfReport(
                later(30),
                3,
                Optional.empty(),
                false,
                true,
                false,
                true,
                noSigns(),
                Optional.empty(),
                RedFlagAnswers.notAsked()));

    assertThat(reading.flare()).map(FlareReport::severity).hasValue(Severity.SEVERE);
  }

  @Test
  @Tag("FL-3")
  void a_shooting_pain_down_the_leg_in_a_morning_check_in_is_no_soreness() {
    WorkoutSession session = worksOut(2, 2, exercise("bridge", 2));
    anna.records(session);
    Soreness leg = sore(signs(PainQuality.SHOOTING, PainLocation.LEG_BELOW_KNEE));

    Reading morning = anna.records(checkInAfter(session, later(13), 1, leg));

    assertReads(morning, Outcome.FLARE, "FL-3");
    assertThat(morning.flare())
        .hasValueSatisfying(
            flare -> {
              assertThat(flare.severity()).isEqualTo(Severity.MODERATE);
              assertThat(flare.radiating()).isTrue();
            });
  }

  @Test
  @Tag("FL-4")
  void stopping_the_plank_because_it_hurts_is_a_mild_flare_of_the_plank() {
    Reading reading =
        anna.records(worksOut(1, 1, exercise("plank", 2, noSigns(), StopReason.PAIN)));

    assertReads(reading, Outcome.FLARE, "FL-4");
    assertThat(reading.flare())
        .hasValueSatisfying(
            flare -> {
              assertThat(flare.severity()).isEqualTo(Severity.MILD);
              assertThat(flare.provokingExercises()).containsExactly("plank");
            });
  }

  @Test
  @Tag("FL-EPISODE")
  void a_flare_settles_after_two_calm_days() {
    anna.records(worksOut(2, 6));

    assertThat(anna.records(checkIn(later(24), 3)).episode()).isEmpty();
    assertThat(anna.records(checkIn(later(48), 2)).episode()).isEmpty();
    assertThat(anna.records(checkIn(later(51), 1)).episode()).isEmpty();
    assertThat(anna.records(checkIn(later(72), 2)).episode()).containsInstanceOf(Settled.class);
  }

  @Test
  @Tag("FL-EPISODE")
  void two_calm_evenings_around_midnight_are_two_days_where_the_patient_lives() {
    Course ben = Course.withBaseline(2, ZoneId.of("Europe/Berlin"));
    ben.records(worksOut(2, 6));
    Instant midnight = Instant.parse("2026-11-24T23:00:00Z");

    assertThat(ben.records(checkIn(midnight.minusSeconds(1), 2)).episode()).isEmpty();
    assertThat(ben.records(checkIn(midnight, 2)).episode()).containsInstanceOf(Settled.class);
  }

  @Test
  @Tag("FL-EPISODE")
  void worse_while_open_escalates() {
    anna.records(worksOut(1, 4));

    Reading same = anna.records(checkIn(later(6), 4));
    Reading worse = anna.records(checkIn(later(12), 5));
    Reading better = anna.records(checkIn(later(18), 4));

    assertThat(same.episode()).containsInstanceOf(Continued.class);
    assertThat(worse.episode())
        .hasValueSatisfying(
            event ->
                assertThat(event)
                    .isInstanceOfSatisfying(
                        Escalated.class,
                        more -> assertThat(more.before()).isEqualTo(Severity.MILD)));
    assertThat(better.episode()).containsInstanceOf(Continued.class);
  }

  @Test
  @Tag("FL-1")
  @Tag("FL-EPISODE")
  void a_flare_that_creeps_up_never_becomes_the_usual() {
    List.of(4, 4, 4, 5, 5, 6, 6).forEach(pain -> anna.records(checkIn(nextHour(), pain)));

    Reading severe = anna.records(checkIn(nextHour(), 7));

    assertReads(severe, Outcome.FLARE, "FL-1");
    assertThat(severe.episode()).containsInstanceOf(Escalated.class);
  }

  @Test
  @Tag("FL-EPISODE")
  void a_flare_after_the_last_one_settled_is_another_flare() {
    Reading first = anna.records(worksOut(2, 6));
    List.of(24, 48).forEach(hours -> anna.records(checkIn(later(hours), 2)));

    Reading second = told(72, 5, Duration.ofHours(4));

    assertThat(second.episode()).containsInstanceOf(Opened.class);
    assertThat(second.episode().orElseThrow().flareId())
        .isNotEqualTo(first.episode().orElseThrow().flareId());
  }

  @Test
  @Tag("RF-EMERGENCY")
  void new_numbness_told_in_a_calm_check_in_is_an_emergency() {
    RedFlagRaised raised = checksIn(answers(true, false)).redFlag().orElseThrow();

    assertThat(raised.urgency()).isEqualTo(Urgency.EMERGENCY);
    assertThat(raised.flags()).containsExactly(RedFlag.SADDLE_NUMBNESS);
  }

  @Test
  @Tag("RF-URGENT")
  void a_fever_told_in_a_calm_check_in_needs_a_clinician_first() {
    Reading reading = checksIn(answers(false, true));

    assertReads(reading, Outcome.GREEN, "RF-URGENT");
    assertThat(reading.redFlag()).map(RedFlagRaised::urgency).hasValue(Urgency.URGENT);
  }

  private Reading checksIn(RedFlagAnswers answers) {
    CheckIn calm = checkIn(later(24), 1);
    return anna.records(
        new CheckIn(calm.id(), calm.sessionId(), calm.at(), calm.pain(), calm.soreness(), answers));
  }

  private static RedFlagAnswers answers(boolean saddleNumbness, boolean fever) {
    return new RedFlagAnswers(
        saddleNumbness,
        false,
        null,
        false,
        false,
        fever,
        false,
        false,
        false,
        false,
        false,
        false,
        false);
  }

  /** A self-report without impact or signs. */
  private Reading told(int hours, int pain, Duration lasted) {
    return anna.records(report(later(hours), pain, lasted, noSigns()));
  }

  private static WorkoutSession worksOut(
      int painBefore, int painAfter, PerformedExercise... exercises) {
    return session(MONDAY_EVENING, painBefore, painAfter, exercises);
  }

  private Instant nextHour() {
    return later(++hour);
  }

  private static Instant later(int hours) {
    return MONDAY_EVENING.plus(Duration.ofHours(hours));
  }

  private static void assertReads(Reading reading, Outcome outcome, String... rules) {
    assertThat(reading.reasons()).extracting(Reason::rule).containsExactly(rules);
    assertThat(reading.outcome()).isEqualTo(outcome);
  }
}
