package health.backstep.session.workout.edge;

import health.backstep.backbone.event.Cause;
import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.outbox.PreparedEvent;
import health.backstep.backbone.outbox.PreparingEvents;
import health.backstep.session.SessionTopic;
import health.backstep.session.course.edge.CourseDocument;
import health.backstep.session.course.edge.RecordMeters;
import health.backstep.session.course.edge.TakingRecords;
import health.backstep.session.reading.Reading;
import health.backstep.session.reading.RecoveryCourse;
import health.backstep.session.workout.Completion;
import health.backstep.session.workout.SessionCheck;
import health.backstep.session.workout.SessionId;
import health.backstep.session.workout.WorkoutSession;
import health.backstep.session.workout.edge.Grounds.Ground;
import health.backstep.session.workout.edge.Grounds.Place;
import health.backstep.session.workout.wire.SessionRecorded;
import health.backstep.session.workout.wire.SessionRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Checks and reads a session as {@link RecordingSession} does, without the database. A session that
 * is refused, begins or ends a flare, goes on with one or warns is left to the plain way.
 */
@ApplicationScoped
public class WorkingOutSession {

  private final RecoveryCourse course;
  private final TakingRecords taking;
  private final PreparingEvents events;
  private final Grounds grounds;
  private final RecordMeters meters;
  private final Clock clock;

  WorkingOutSession(
      RecoveryCourse course,
      TakingRecords taking,
      PreparingEvents events,
      Grounds grounds,
      RecordMeters meters,
      Clock clock) {
    this.course = course;
    this.taking = taking;
    this.events = events;
    this.grounds = grounds;
    this.meters = meters;
    this.clock = clock;
  }

  /** What the session comes to on that ground; empty when the plain way is to be taken. */
  public Optional<SessionAtOnce> on(
      Ground ground, Place place, SessionRequest request, Cause cause) {
    WorkoutSession session = request.toSession(new SessionId(Uuid7.next()));
    Instant now = clock.instant();
    if (!SessionCheck.faults(session, Optional.of(ground.plan()), now).isEmpty()) {
      return Optional.empty();
    }
    Reading reading = course.read(ground.course(), session, ground.plan());
    return isOfItself(reading)
        ? Optional.of(workedOut(ground, place, request, session, reading, now, cause))
        : Optional.empty();
  }

  /** The session is stored: what waits for that may happen. */
  public void recorded(SessionAtOnce session) {
    events.stored();
    meters.recordedSession(session.answer().donePercent());
    grounds.remember(session.place(), session.after());
  }

  /** The session was not stored, maybe because the ground was out of date. */
  public void notRecorded(SessionAtOnce session) {
    grounds.forget(session.place());
  }

  private static boolean isOfItself(Reading reading) {
    return reading.flare().isEmpty() && reading.episode().isEmpty() && reading.redFlag().isEmpty();
  }

  private SessionAtOnce workedOut(
      Ground ground,
      Place place,
      SessionRequest request,
      WorkoutSession session,
      Reading reading,
      Instant now,
      Cause cause) {
    int donePercent = Completion.of(session, ground.plan()).percent();
    PreparedEvent event =
        events.prepare(
            place.tenant(),
            SessionTopic.EVENTS,
            SessionRecorded.TYPE,
            place.patientId(),
            now,
            cause,
            SessionRecorded.of(place.patientId(), session, donePercent, reading));
    CourseDocument document = CourseDocument.of(reading.next());
    return new SessionAtOnce(
        place,
        ground.revision(),
        new Ground(Uuid7.next(), document.toState(), ground.plan()),
        document,
        request,
        session,
        answer(session, donePercent, reading, event),
        event);
  }

  private SessionAnswer answer(
      WorkoutSession session, int donePercent, Reading reading, PreparedEvent event) {
    return new SessionAnswer(
        session.id().value(),
        event.id(),
        reading.outcome(),
        donePercent,
        taking.reasons(reading),
        null,
        null,
        null);
  }
}
