package health.backstep.plan.due;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.plan.due.DueEvent.Asked;
import health.backstep.plan.due.DueEvent.Assessed;
import health.backstep.plan.due.DueEvent.CheckedIn;
import health.backstep.plan.due.DueEvent.FlareSettled;
import health.backstep.plan.due.DueEvent.Reviewed;
import health.backstep.plan.due.DueEvent.SessionDone;
import health.backstep.plan.due.DueEvent.ZoneKnown;
import health.backstep.plan.due.wire.StoredDueCourse;
import health.backstep.rules.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is due for a patient in Berlin, who exercised on Friday the 20th from 07:00 to 07:11. */
class DueRulesTest {

  private static final ZoneKnown BERLIN = new ZoneKnown(ZoneId.of("Europe/Berlin"));
  private static final UUID SESSION = new UUID(0, 1);
  private static final UUID OTHER_SESSION = new UUID(0, 2);
  private static final SessionDone FRIDAY =
      new SessionDone(SESSION, at("2026-11-20T07:00:00+01:00"), at("2026-11-20T07:11:00+01:00"));

  private final DueRules rules = new DueRules(RuleSet.current());

  @Test
  void theMorningAfterASessionIsSevenOClockWhereThePatientLives() {
    DueItem morning = only(DueKind.CHECK_IN_NEXT_MORNING, BERLIN, FRIDAY);

    assertThat(morning.subject()).isEqualTo(SESSION);
    assertThat(morning.dueAt()).isEqualTo(at("2026-11-21T07:00:00+01:00"));
    assertThat(morning.rule()).isEqualTo("PM-GREEN");
  }

  @Test
  void withoutAZoneTheMorningIsThatOfUtc() {
    assertThat(only(DueKind.CHECK_IN_NEXT_MORNING, FRIDAY).dueAt())
        .isEqualTo(at("2026-11-21T07:00:00Z"));
  }

  @Test
  void aZoneThatBecomesKnownLaterMovesTheMorning() {
    assertThat(
            only(
                    DueKind.CHECK_IN_NEXT_MORNING,
                    FRIDAY,
                    new ZoneKnown(ZoneId.of("America/New_York")))
                .dueAt())
        .isEqualTo(at("2026-11-21T07:00:00-05:00"));
  }

  @Test
  void theMorningComesAtSevenAlsoWhenTheClocksHaveChangedInTheNight() {
    SessionDone before =
        new SessionDone(SESSION, at("2026-10-24T20:00:00+02:00"), at("2026-10-24T20:15:00+02:00"));

    assertThat(only(DueKind.CHECK_IN_NEXT_MORNING, BERLIN, before).dueAt())
        .isEqualTo(at("2026-10-25T07:00:00+01:00"));
  }

  @Test
  void aSessionOverMidnightIsFollowedByTheMorningAfterItBegan() {
    SessionDone late =
        new SessionDone(SESSION, at("2026-11-20T23:55:00+01:00"), at("2026-11-21T00:10:00+01:00"));

    assertThat(only(DueKind.CHECK_IN_NEXT_MORNING, BERLIN, late).dueAt())
        .isEqualTo(at("2026-11-21T07:00:00+01:00"));
  }

  @Test
  void aCheckInOfTheNextMorningIsTheAnswerHoweverEarly() {
    assertThat(kinds(BERLIN, FRIDAY, checkIn("2026-11-21T00:05:00+01:00", true)))
        .doesNotContain(DueKind.CHECK_IN_NEXT_MORNING);
    assertThat(kinds(BERLIN, FRIDAY, checkInOn(SESSION, "2026-11-21T23:55:00+01:00", true)))
        .doesNotContain(DueKind.CHECK_IN_NEXT_MORNING);
  }

  @Test
  void aCheckInOnAnotherDayOrAboutAnotherSessionIsNoAnswer() {
    assertThat(kinds(BERLIN, FRIDAY, checkIn("2026-11-20T23:55:00+01:00", true)))
        .contains(DueKind.CHECK_IN_NEXT_MORNING);
    assertThat(kinds(BERLIN, FRIDAY, checkIn("2026-11-22T00:05:00+01:00", true)))
        .contains(DueKind.CHECK_IN_NEXT_MORNING);
    assertThat(kinds(BERLIN, FRIDAY, checkInOn(OTHER_SESSION, "2026-11-21T08:00:00+01:00", true)))
        .contains(DueKind.CHECK_IN_NEXT_MORNING);
  }

  @Test
  void theMorningCanBeAnsweredUntilItsDayIsOver() {
    DueItem morning = only(DueKind.CHECK_IN_NEXT_MORNING, BERLIN, FRIDAY);

    assertThat(morning.isOpenAt(at("2026-11-21T23:59:59+01:00"))).isTrue();
    assertThat(morning.isOpenAt(at("2026-11-22T00:00:00+01:00"))).isFalse();
  }

  @Test
  void whoSaidNothingIsAskedAgain72HoursAfterTheEndOfTheSession() {
    DueItem sore = only(DueKind.CHECK_IN_72_HOURS, BERLIN, FRIDAY);

    assertThat(sore.dueAt()).isEqualTo(at("2026-11-23T07:11:00+01:00"));
    assertThat(sore.rule()).isEqualTo("SO-2");
    assertThat(sore.isOpenAt(sore.dueAt().plus(Duration.ofHours(47)))).isTrue();
    assertThat(sore.isOpenAt(sore.dueAt().plus(Duration.ofDays(2)))).isFalse();
  }

  @Test
  void whoSaidThatNothingAchesIsNotAskedAfter72Hours() {
    assertThat(kinds(BERLIN, FRIDAY, checkIn("2026-11-21T08:00:00+01:00", false)))
        .doesNotContain(DueKind.CHECK_IN_72_HOURS);
  }

  @Test
  void anAcheIsAskedAfterUntilItIsGone() {
    CheckedIn aching = checkIn("2026-11-21T08:00:00+01:00", true);

    assertThat(kinds(BERLIN, FRIDAY, aching)).contains(DueKind.CHECK_IN_72_HOURS);
    assertThat(kinds(BERLIN, FRIDAY, aching, checkIn("2026-11-22T08:00:00+01:00", false)))
        .doesNotContain(DueKind.CHECK_IN_72_HOURS);
    assertThat(
            kinds(
                BERLIN,
                FRIDAY,
                checkIn("2026-11-21T08:00:00+01:00", false),
                checkIn("2026-11-22T08:00:00+01:00", true)))
        .contains(DueKind.CHECK_IN_72_HOURS);
  }

  @Test
  void thatNothingAchesRightAfterTheSessionSaysNothingYet() {
    assertThat(kinds(BERLIN, FRIDAY, checkIn("2026-11-20T12:00:00+01:00", false)))
        .contains(DueKind.CHECK_IN_72_HOURS);
  }

  @Test
  void anyAnswerAfter72HoursIsOne() {
    assertThat(kinds(BERLIN, FRIDAY, checkInOn(SESSION, "2026-11-23T07:10:00+01:00", true)))
        .contains(DueKind.CHECK_IN_72_HOURS);
    assertThat(kinds(BERLIN, FRIDAY, checkInOn(SESSION, "2026-11-23T07:11:00+01:00", true)))
        .doesNotContain(DueKind.CHECK_IN_72_HOURS);
  }

  @Test
  void anAssessmentIsDueAgainAfter28Days() {
    DueItem again = only(DueKind.REASSESSMENT, assessed(1, "2026-11-01T09:00:00Z"));

    assertThat(again.dueAt()).isEqualTo(at("2026-11-29T09:00:00Z"));
    assertThat(again.rule()).isEqualTo("RF-RESCREEN");
    assertThat(again.until()).isEmpty();
  }

  @Test
  void beforeTheFirstAssessmentNoneIsDueAgain() {
    assertThat(kinds(BERLIN, asked(1, "2026-11-01T09:00:00Z", false, true, null))).isEmpty();
  }

  @Test
  void aNewAssessmentBeginsTheTimeAnewAndALateOneDoesNot() {
    Assessed first = assessed(1, "2026-11-01T09:00:00Z");
    Assessed second = assessed(2, "2026-11-10T09:00:00Z");

    DueItem again = only(DueKind.REASSESSMENT, second, first);

    assertThat(again.subject()).isEqualTo(second.eventId());
    assertThat(again.dueAt()).isEqualTo(at("2026-12-08T09:00:00Z"));
  }

  @Test
  void safetyQuestionsThatAreAskedAgainMakeTheAssessmentDueAtOnce() {
    Assessed assessed = assessed(1, "2026-11-01T09:00:00Z");
    Asked severe = asked(3, "2026-11-05T20:00:00Z", false, true, null);
    Asked later = asked(4, "2026-11-06T20:00:00Z", false, true, null);

    DueItem again = only(DueKind.REASSESSMENT, assessed, severe, later);

    assertThat(again.dueAt()).isEqualTo(at("2026-11-05T20:00:00Z"));
    assertThat(again.planVersion()).contains(3);
    assertThat(only(DueKind.REASSESSMENT, assessed, severe, new Reviewed(true)).dueAt())
        .isEqualTo(at("2026-11-29T09:00:00Z"));
    assertThat(only(DueKind.REASSESSMENT, assessed, severe, new Reviewed(false)).dueAt())
        .isEqualTo(at("2026-11-05T20:00:00Z"));
    assertThat(
            only(DueKind.REASSESSMENT, assessed, severe, assessed(2, "2026-11-06T09:00:00Z"))
                .dueAt())
        .isEqualTo(at("2026-12-04T09:00:00Z"));
    assertThat(
            only(DueKind.REASSESSMENT, assessed, severe, assessed(2, "2026-11-04T09:00:00Z"))
                .dueAt())
        .isEqualTo(at("2026-11-05T20:00:00Z"));
  }

  @Test
  void aReviewStaysDueUntilAClinicianHasLooked() {
    Asked repeat = asked(4, "2026-11-05T20:00:00Z", false, false, "RG-REPEAT");
    Asked cap = asked(5, "2026-11-07T20:00:00Z", false, false, "RG-CAP");

    DueItem first =
        only(DueKind.REVIEW, repeat, asked(5, "2026-11-06T20:00:00Z", false, false, null));
    DueItem second = only(DueKind.REVIEW, repeat, cap);

    assertThat(first.rule()).isEqualTo("RG-REPEAT");
    assertThat(first.planVersion()).contains(4);
    assertThat(first.dueAt()).isEqualTo(repeat.at());
    assertThat(second.rule()).isEqualTo("RG-CAP");
    assertThat(second.subject()).isNotEqualTo(first.subject());
    assertThat(kinds(repeat, cap, new Reviewed(false))).isEmpty();
    assertThat(kinds(repeat, cap, new Reviewed(true))).isEmpty();
  }

  @Test
  void aMildFlareIsAskedAfterTheNextDayUntilItHasSettled() {
    Asked mild = asked(2, "2026-11-20T20:00:00+01:00", true, false, null);

    DueItem asked = only(DueKind.CHECK_IN_AFTER_FLARE, BERLIN, mild);

    assertThat(asked.dueAt()).isEqualTo(at("2026-11-21T20:00:00+01:00"));
    assertThat(asked.rule()).isEqualTo("RG-MILD");
    assertThat(kinds(BERLIN, mild, new FlareSettled())).isEmpty();
    assertThat(kinds(BERLIN, mild, checkIn("2026-11-20T22:00:00+01:00", false)))
        .containsExactly(DueKind.CHECK_IN_AFTER_FLARE);
    assertThat(kinds(BERLIN, mild, checkIn("2026-11-21T08:00:00+01:00", false))).isEmpty();
  }

  @Test
  void recordsMayComeInAnyOrderAndMoreThanOnce() {
    List<DueEvent> events =
        List.of(
            BERLIN,
            FRIDAY,
            new SessionDone(
                OTHER_SESSION, at("2026-11-22T07:00:00+01:00"), at("2026-11-22T07:11:00+01:00")),
            checkInOn(SESSION, "2026-11-21T08:00:00+01:00", true),
            checkIn("2026-11-22T06:00:00+01:00", true),
            assessed(1, "2026-11-01T09:00:00Z"),
            assessed(2, "2026-11-10T09:00:00Z"));
    List<DueItem> expected = rules.items(course(events));
    Random random = new Random(7);
    for (int round = 0; round < 50; round++) {
      List<DueEvent> shuffled = new ArrayList<>(events);
      shuffled.addAll(events);
      Collections.shuffle(shuffled, random);

      assertThat(rules.items(course(shuffled))).isEqualTo(expected);
    }
    assertThat(expected).hasSize(4);
  }

  @Test
  void whatIsOldIsForgottenSoThatACourseStaysSmall() {
    List<DueEvent> years = new ArrayList<>();
    Instant first = at("2024-01-01T07:00:00Z");
    for (int day = 0; day < 700; day++) {
      Instant start = first.plus(Duration.ofDays(day));
      years.add(new SessionDone(new UUID(1, day), start, start.plusSeconds(600)));
      years.add(new CheckedIn(new UUID(2, day), start.plusSeconds(36_000), Optional.empty(), true));
    }

    DueCourse course = course(years);

    assertThat(course.sessions()).hasSizeLessThan(15);
    assertThat(course.checkIns()).hasSizeLessThan(15);
  }

  @Test
  void aCourseIsTheSameOnceItWasStored() {
    DueCourse course =
        course(
            List.of(
                BERLIN,
                FRIDAY,
                checkInOn(SESSION, "2026-11-21T08:00:00+01:00", true),
                checkIn("2026-11-22T06:00:00+01:00", true),
                assessed(1, "2026-11-01T09:00:00Z"),
                asked(4, "2026-11-05T20:00:00Z", true, true, "RG-REPEAT")));

    assertThat(StoredDueCourse.read(StoredDueCourse.write(course))).isEqualTo(course);
    assertThat(StoredDueCourse.read(StoredDueCourse.write(DueCourse.NEW))).isEqualTo(DueCourse.NEW);
  }

  private DueItem only(DueKind kind, DueEvent... events) {
    List<DueItem> found =
        rules.items(course(Arrays.asList(events))).stream()
            .filter(item -> item.kind() == kind)
            .toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private List<DueKind> kinds(DueEvent... events) {
    return rules.items(course(Arrays.asList(events))).stream().map(DueItem::kind).toList();
  }

  private static DueCourse course(List<DueEvent> events) {
    DueCourse course = DueCourse.NEW;
    for (DueEvent event : events) {
      course = course.with(event);
    }
    return course;
  }

  private static CheckedIn checkIn(String at, boolean aching) {
    return new CheckedIn(id(at), at(at), Optional.empty(), aching);
  }

  private static CheckedIn checkInOn(UUID session, String at, boolean aching) {
    return new CheckedIn(id(at), at(at), Optional.of(session), aching);
  }

  private static Assessed assessed(long id, String at) {
    return new Assessed(new UUID(3, id), at(at));
  }

  private static Asked asked(
      int version, String at, boolean checkIn, boolean safetyQuestions, String reviewRule) {
    return new Asked(
        new UUID(4, version),
        version,
        at(at),
        checkIn,
        safetyQuestions,
        Optional.ofNullable(reviewRule));
  }

  private static UUID id(String at) {
    return new UUID(5, at(at).getEpochSecond());
  }

  private static Instant at(String time) {
    return java.time.OffsetDateTime.parse(time).toInstant();
  }
}
