package health.backstep.plan.due;

import static java.util.Comparator.comparing;

import health.backstep.plan.due.DueEvent.Asked;
import health.backstep.plan.due.DueEvent.Assessed;
import health.backstep.plan.due.DueEvent.CheckedIn;
import health.backstep.plan.due.DueEvent.SessionDone;
import health.backstep.rules.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says what is due.
 *
 * <ul>
 *   <li>The morning after every session: whether it was green or amber shows only then (PM-GREEN).
 *   <li>72 hours after its end: an ache that is still there is too much (SO-2). Nothing is asked
 *       when the patient has said, the morning after or later, that nothing aches. Who said nothing
 *       is asked: not answered is not no.
 *   <li>24 hours after a mild flare (RG-MILD), until it has settled.
 *   <li>A new assessment 28 days after the last one, and at once when the safety questions have to
 *       be answered again (RF-RESCREEN).
 *   <li>A clinician's review that a rule asks for.
 * </ul>
 *
 * The hours and days are the rule set's. That a morning begins at seven, and how long a late answer
 * still counts, is our own choice, with no evidence found.
 */
public final class DueRules {

  private static final LocalTime MORNING = LocalTime.of(7, 0);
  private static final Duration LATE_ANSWER = Duration.ofDays(2);

  private final Duration soreFor;
  private final Duration checkInAfterFlare;
  private final Duration assessmentFor;

  public DueRules(RuleSet rules) {
    this.soreFor = Duration.ofHours(rules.rule("SO-2").threshold("hours"));
    this.checkInAfterFlare = Duration.ofHours(rules.rule("RG-MILD").threshold("checkInHours"));
    this.assessmentFor = Duration.ofDays(rules.rule("RF-RESCREEN").threshold("assessmentDays"));
  }

  /** All that is not done, by the time at which it is due; some of it may be past answering. */
  public List<DueItem> items(DueCourse course) {
    Stream<Optional<DueItem>> bySession =
        course.sessions().stream()
            .flatMap(
                session -> Stream.of(nextMorning(course, session), stillSore(course, session)));
    Stream<Optional<DueItem>> others =
        Stream.of(afterFlare(course), reassessment(course), review(course));
    return Stream.concat(bySession, others)
        .flatMap(Optional::stream)
        .sorted(
            comparing(DueItem::dueAt).thenComparing(DueItem::kind).thenComparing(DueItem::subject))
        .toList();
  }

  /** To be answered on the patient's day after the one on which the session began. */
  private static Optional<DueItem> nextMorning(DueCourse course, SessionDone session) {
    LocalDate day = dayAfter(course, session.startedAt());
    boolean answered =
        checkInsOn(course, session)
            .anyMatch(told -> LocalDate.ofInstant(told.at(), course.zone()).equals(day));
    return answered
        ? Optional.empty()
        : Optional.of(
            new DueItem(
                DueKind.CHECK_IN_NEXT_MORNING,
                session.sessionId(),
                day.atTime(MORNING).atZone(course.zone()).toInstant(),
                Optional.of(day.plusDays(1).atStartOfDay(course.zone()).toInstant()),
                "PM-GREEN",
                Optional.empty()));
  }

  private Optional<DueItem> stillSore(DueCourse course, SessionDone session) {
    Instant due = session.endedAt().plus(soreFor);
    Instant morning = dayAfter(course, session.startedAt()).atStartOfDay(course.zone()).toInstant();
    Optional<CheckedIn> latest =
        checkInsOn(course, session)
            .filter(told -> !told.at().isBefore(morning))
            .reduce((earlier, later) -> later);
    boolean answered =
        latest.filter(told -> !told.aching() || !told.at().isBefore(due)).isPresent();
    return answered
        ? Optional.empty()
        : Optional.of(
            new DueItem(
                DueKind.CHECK_IN_72_HOURS,
                session.sessionId(),
                due,
                Optional.of(due.plus(LATE_ANSWER)),
                "SO-2",
                Optional.empty()));
  }

  /** Answered by any check-in on a later day of the patient's. */
  private Optional<DueItem> afterFlare(DueCourse course) {
    return course
        .flare()
        .filter(
            asked -> {
              LocalDate day = LocalDate.ofInstant(asked.at(), course.zone());
              return course.checkIns().stream()
                  .noneMatch(told -> LocalDate.ofInstant(told.at(), course.zone()).isAfter(day));
            })
        .map(
            asked -> {
              Instant due = asked.at().plus(checkInAfterFlare);
              return asked(
                  DueKind.CHECK_IN_AFTER_FLARE,
                  asked,
                  due,
                  Optional.of(due.plus(LATE_ANSWER)),
                  "RG-MILD");
            });
  }

  private Optional<DueItem> reassessment(DueCourse course) {
    return course
        .assessed()
        .map(
            assessed ->
                new DueItem(
                    DueKind.REASSESSMENT,
                    assessed.eventId(),
                    dueAgain(assessed, course.safety()),
                    Optional.empty(),
                    "RF-RESCREEN",
                    course.safety().map(Asked::planVersion)));
  }

  private Instant dueAgain(Assessed assessed, Optional<Asked> safety) {
    Instant byTime = assessed.at().plus(assessmentFor);
    return safety.map(Asked::at).filter(byTime::isAfter).orElse(byTime);
  }

  private static Optional<DueItem> review(DueCourse course) {
    return course
        .review()
        .map(
            asked ->
                asked(
                    DueKind.REVIEW,
                    asked,
                    asked.at(),
                    Optional.empty(),
                    asked.reviewRule().orElseThrow()));
  }

  private static DueItem asked(
      DueKind kind, Asked asked, Instant dueAt, Optional<Instant> until, String rule) {
    return new DueItem(kind, asked.eventId(), dueAt, until, rule, Optional.of(asked.planVersion()));
  }

  private static Stream<CheckedIn> checkInsOn(DueCourse course, SessionDone session) {
    return course.checkIns().stream()
        .filter(told -> told.sessionId().filter(id -> !id.equals(session.sessionId())).isEmpty())
        .filter(told -> told.at().isAfter(session.endedAt()));
  }

  private static LocalDate dayAfter(DueCourse course, Instant time) {
    return LocalDate.ofInstant(time, course.zone()).plusDays(1);
  }
}
