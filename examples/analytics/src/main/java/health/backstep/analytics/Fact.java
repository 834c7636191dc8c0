package health.backstep.analytics;

import health.backstep.analytics.Event.Unreadable;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What an event says that the figures are made of. */
sealed interface Fact {

  Set<String> FOLLOWED = Set.of("ACTIVE", "IN_REVIEW");

  /** A session of exercises, by the time at which it began. */
  record SessionDone(Instant at) implements Fact {}

  /**
   * A report within a flare.
   *
   * @param flare all reports of one flare have the same
   * @param opens whether it is the first report
   */
  record FlareReported(String flare, boolean opens, Severity severity, Instant at)
      implements Fact {}

  /**
   * A new version of a plan.
   *
   * @param change what kind of change it is, when that is counted
   * @param followed whether the patient may exercise by it
   * @param sessionsPerWeek how many sessions it asks for
   * @param restUntil until when it asks for none; empty when there is no such rest
   */
  record PlanMade(
      int version,
      Optional<Count> change,
      boolean followed,
      int sessionsPerWeek,
      Instant from,
      Optional<Instant> restUntil)
      implements Fact {}

  /** The first that is heard of a patient. */
  record PatientRegistered(Instant at) implements Fact {}

  /** The patient was erased: nothing of the patient is counted any more, in no day. */
  record PatientGone() implements Fact {}

  /** Nothing that is counted, or a type that came after this program. */
  record NotCounted() implements Fact {}

  static Fact of(Event event) throws Unreadable {
    return switch (event.type()) {
      case "pt.session.session-recorded.v1" -> new SessionDone(event.instant("startedAt"));
      case "pt.session.pain-flare-reported.v1" ->
          new FlareReported(
              event.text("flareId"),
              event.text("episode").equals("OPENED"),
              Severity.of(event.text("severity")),
              event.instant("at"));
      case "pt.plan.plan-generated.v1", "pt.plan.plan-withheld.v1" -> plan(event, Optional.empty());
      case "pt.plan.plan-regressed.v1" -> plan(event, Optional.of(Count.REGRESSIONS));
      case "pt.plan.plan-restored.v1" -> plan(event, Optional.of(Count.RESTORES));
      case "pt.plan.plan-progressed.v1" -> plan(event, Optional.of(Count.PROGRESSIONS));
      case "pt.plan.plan-suspended.v1" -> plan(event, Optional.of(Count.SUSPENSIONS));
      case "pt.profile.patient-recorded.v1" ->
          event.sequence() == 1 ? new PatientRegistered(event.time()) : new NotCounted();
      case "pt.profile.patient-erased.v1",
          "pt.session.patient-erased.v1",
          "pt.plan.patient-erased.v1" ->
          new PatientGone();
      default -> new NotCounted();
    };
  }

  private static Fact plan(Event event, Optional<Count> change) throws Unreadable {
    return new PlanMade(
        event.number("planVersion"),
        change,
        FOLLOWED.contains(event.text("status")),
        event.number("sessionsPerWeek"),
        event.time(),
        event.has("restUntil") ? Optional.of(event.instant("restUntil")) : Optional.empty());
  }
}
