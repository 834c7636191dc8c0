package health.backstep.plan.due;

import health.backstep.plan.due.DueEvent.CheckedIn;
import health.backstep.plan.due.DueEvent.SessionDone;
import health.backstep.rules.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says which check-ins are due. Each has an end, after which an answer would come too late to be
 * read for what it is.
 */
final class CheckInRules {

  private static final LocalTime MORNING = LocalTime.of(7, 0);
  private static final Duration LATE_ANSWER = Duration.ofDays(2);

  private final Duration soreFor;
  private final Duration askAfterFlare;

  CheckInRules(RuleSet rules) {
    this.soreFor = Duration.ofHours(rules.rule("SO-2").threshold("hours"));
    this.askAfterFlare = Duration.ofHours(rules.rule("RG-MILD").threshold("checkInHours"));
  }

  /** Those that have not been answered. */
  Stream<DueItem> items(DueCourse course) {
    Stream<Optional<DueItem>> bySession =
        course.sessions().stream()
            .flatMap(
                session -> Stream.of(nextMorning(course, session), stillSore(course, session)));
    return Stream.concat(bySession, Stream.of(afterFlare(course))).flatMap(Optional::stream);
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
              Instant due = asked.at().plus(askAfterFlare);
              return new DueItem(
                  DueKind.CHECK_IN_AFTER_FLARE,
                  asked.eventId(),
                  due,
                  Optional.of(due.plus(LATE_ANSWER)),
                  "RG-MILD",
                  Optional.of(asked.planVersion()));
            });
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
