package health.backstep.plan.due;

import static java.util.Comparator.comparing;

import health.backstep.plan.due.DueEvent.Asked;
import health.backstep.plan.due.DueEvent.Assessed;
import health.backstep.plan.due.DueEvent.CheckedIn;
import health.backstep.plan.due.DueEvent.FlareSettled;
import health.backstep.plan.due.DueEvent.Reviewed;
import health.backstep.plan.due.DueEvent.SessionDone;
import health.backstep.plan.due.DueEvent.ZoneKnown;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What has to be remembered of a patient to say what is due. An event that comes twice changes
 * nothing, and sessions and check-ins may come in any order.
 *
 * @param zone UTC until the patient's own is known
 * @param assessed the latest assessment
 * @param safety the version that asked the safety questions first since then
 * @param flare the version that asked for a check-in last, while the flare has not settled
 * @param review the version that asked for a review last
 * @param sessions those of the last days, by their end
 * @param checkIns those of the last days, by their time
 */
public record DueCourse(
    ZoneId zone,
    Optional<Assessed> assessed,
    Optional<Asked> safety,
    Optional<Asked> flare,
    Optional<Asked> review,
    List<SessionDone> sessions,
    List<CheckedIn> checkIns) {

  /** Longer than any session or check-in has a say in what is due. */
  private static final Duration REMEMBERED = Duration.ofDays(10);

  public static final DueCourse NEW =
      new DueCourse(
          ZoneOffset.UTC,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of());

  /** The course once this has happened, too. */
  public DueCourse with(DueEvent event) {
    return switch (event) {
      case ZoneKnown(ZoneId known) ->
          new DueCourse(known, assessed, safety, flare, review, sessions, checkIns);
      case Assessed latest -> with(latest);
      case SessionDone done ->
          new DueCourse(
              zone,
              assessed,
              safety,
              flare,
              review,
              added(sessions, done, SessionDone::sessionId, SessionDone::endedAt),
              checkIns);
      case CheckedIn told ->
          new DueCourse(
              zone,
              assessed,
              safety,
              flare,
              review,
              sessions,
              added(checkIns, told, CheckedIn::checkInId, CheckedIn::at));
      case FlareSettled() -> asking(safety, Optional.empty(), review);
      case Reviewed(boolean free) ->
          asking(free ? Optional.empty() : safety, flare, Optional.empty());
      case Asked asked ->
          asking(
              safety.or(() -> Optional.of(asked).filter(Asked::safetyQuestions)),
              Optional.of(asked).filter(Asked::checkIn).or(() -> flare),
              Optional.of(asked).filter(now -> now.reviewRule().isPresent()).or(() -> review));
    };
  }

  /** An assessment that comes late answers nothing that was asked after it. */
  private DueCourse with(Assessed latest) {
    if (assessed.filter(known -> known.at().isAfter(latest.at())).isPresent()) {
      return this;
    }
    return new DueCourse(
        zone,
        Optional.of(latest),
        safety.filter(asked -> asked.at().isAfter(latest.at())),
        flare,
        review,
        sessions,
        checkIns);
  }

  private DueCourse asking(
      Optional<Asked> questions, Optional<Asked> flared, Optional<Asked> look) {
    return new DueCourse(zone, assessed, questions, flared, look, sessions, checkIns);
  }

  private static <T> List<T> added(
      List<T> known, T next, Function<T, UUID> id, Function<T, Instant> at) {
    List<T> all = new ArrayList<>(known);
    all.removeIf(one -> id.apply(one).equals(id.apply(next)));
    all.add(next);
    all.sort(comparing(at).thenComparing(id));
    Instant since = at.apply(all.getLast()).minus(REMEMBERED);
    return all.stream().filter(one -> !at.apply(one).isBefore(since)).toList();
  }
}
