package health.backstep.session.workout.edge;

import health.backstep.backbone.clock.PatientClock;
import health.backstep.backbone.event.Cause;
import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.outbox.Outbox;
import health.backstep.session.SessionTopic;
import health.backstep.session.course.edge.RecordMeters;
import health.backstep.session.course.edge.TakenRecord;
import health.backstep.session.course.edge.TakingRecords;
import health.backstep.session.pain.Origin;
import health.backstep.session.pain.edge.PainReadings;
import health.backstep.session.plan.edge.KnownPlans;
import health.backstep.session.reading.Reading;
import health.backstep.session.workout.Completion;
import health.backstep.session.workout.PrescribedPlan;
import health.backstep.session.workout.SessionCheck;
import health.backstep.session.workout.SessionId;
import health.backstep.session.workout.WorkoutSession;
import health.backstep.session.workout.wire.SessionRecorded;
import health.backstep.session.workout.wire.SessionRequest;
import health.backstep.wire.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Checks a session against the plan it names, reads it, stores it and tells about it, all in one
 * transaction. This is the plain way: {@link RecordingAtOnce} does the same by one statement for
 * most sessions, and has to come to the same.
 */
@ApplicationScoped
public class RecordingSession {

  private final TakingRecords taking;
  private final KnownPlans plans;
  private final PainReadings readings;
  private final SessionRows rows;
  private final Outbox outbox;
  private final PatientClock clock;
  private final RecordMeters meters;

  RecordingSession(
      TakingRecords taking,
      KnownPlans plans,
      PainReadings readings,
      SessionRows rows,
      Outbox outbox,
      PatientClock clock,
      RecordMeters meters) {
    this.taking = taking;
    this.plans = plans;
    this.readings = readings;
    this.rows = rows;
    this.outbox = outbox;
    this.clock = clock;
    this.meters = meters;
  }

  /** Takes the session in, inside the running transaction. */
  public SessionAnswer record(UUID patientId, SessionRequest request, Cause cause) {
    taking.lock(patientId);
    WorkoutSession session = request.toSession(new SessionId(Uuid7.next()));
    Optional<PrescribedPlan> plan = plans.find(patientId, session.planVersion());
    Refused.ifAny(SessionCheck.faults(session, plan, clock.now(patientId)));
    PrescribedPlan asked = plan.orElseThrow();
    int donePercent = Completion.of(session, asked).percent();

    UUID[] eventId = new UUID[1];
    TakenRecord taken =
        taking.take(
            patientId,
            cause,
            Origin.SESSION,
            (course, state) -> {
              Reading reading = course.read(state, session, asked);
              eventId[0] = publish(patientId, session, donePercent, reading, cause);
              return reading;
            });
    readings.note(patientId, session.endedAt(), session.painAfter(), Origin.SESSION);
    SessionAnswer answer =
        new SessionAnswer(
            session.id().value(),
            eventId[0],
            taken.reading().outcome(),
            donePercent,
            taking.reasons(taken.reading()),
            taken.flare(),
            taken.settledFlare(),
            taken.redFlag());
    store(patientId, request, session, answer);
    meters.session(donePercent);
    return answer;
  }

  private UUID publish(
      UUID patientId, WorkoutSession session, int donePercent, Reading reading, Cause cause) {
    return outbox.publish(
        SessionTopic.EVENTS,
        SessionRecorded.TYPE,
        patientId,
        cause,
        SessionRecorded.of(patientId, session, donePercent, reading));
  }

  private void store(
      UUID patientId, SessionRequest request, WorkoutSession session, SessionAnswer answer) {
    SessionRow row = new SessionRow();
    row.id = session.id().value();
    row.patientId = patientId;
    row.startedAt = session.startedAt();
    row.request = request;
    row.answer = answer;
    rows.persist(row);
  }
}
