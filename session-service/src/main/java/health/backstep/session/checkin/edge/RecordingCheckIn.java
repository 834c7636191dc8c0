package health.backstep.session.checkin.edge;

import health.backstep.backbone.clock.PatientClock;
import health.backstep.backbone.event.Cause;
import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.outbox.Outbox;
import health.backstep.session.SessionTopic;
import health.backstep.session.checkin.CheckIn;
import health.backstep.session.checkin.CheckInId;
import health.backstep.session.checkin.wire.CheckInRecorded;
import health.backstep.session.checkin.wire.CheckInRequest;
import health.backstep.session.course.edge.RecordMeters;
import health.backstep.session.course.edge.TakenRecord;
import health.backstep.session.course.edge.TakingRecords;
import health.backstep.session.intake.RecordedTime;
import health.backstep.session.pain.Origin;
import health.backstep.session.pain.edge.PainReadings;
import health.backstep.session.workout.SessionId;
import health.backstep.session.workout.edge.SessionRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Reads a check-in, stores it and tells about it, all in one transaction. */
@ApplicationScoped
public class RecordingCheckIn {

  private final TakingRecords taking;
  private final SessionRows sessions;
  private final PainReadings readings;
  private final CheckInRow.Rows rows;
  private final Outbox outbox;
  private final PatientClock clock;
  private final RecordMeters meters;

  RecordingCheckIn(
      TakingRecords taking,
      SessionRows sessions,
      PainReadings readings,
      CheckInRow.Rows rows,
      Outbox outbox,
      PatientClock clock,
      RecordMeters meters) {
    this.taking = taking;
    this.sessions = sessions;
    this.readings = readings;
    this.rows = rows;
    this.outbox = outbox;
    this.clock = clock;
    this.meters = meters;
  }

  /**
   * Takes the check-in in, inside the running transaction.
   *
   * @param session that it follows
   */
  public CheckInAnswer record(
      UUID patientId, Optional<SessionId> session, CheckInRequest request, Cause cause) {
    taking.lock(patientId);
    session.ifPresent(known -> sessions.require(patientId, known.value()));
    CheckIn checkIn = request.toCheckIn(new CheckInId(Uuid7.next()), session);
    RecordedTime.refuseFuture("/at", checkIn.at(), clock.now(patientId));
    UUID eventId =
        outbox.publish(
            SessionTopic.EVENTS,
            CheckInRecorded.TYPE,
            patientId,
            cause,
            CheckInRecorded.of(patientId, checkIn));
    TakenRecord taken =
        taking.take(
            patientId, cause, Origin.CHECK_IN, (course, state) -> course.read(state, checkIn));
    readings.note(patientId, checkIn.at(), checkIn.pain(), Origin.CHECK_IN);
    CheckInAnswer answer =
        new CheckInAnswer(
            checkIn.id().value(), eventId, taken.flare(), taken.settledFlare(), taken.redFlag());
    store(patientId, request, checkIn, answer);
    meters.checkIn();
    return answer;
  }

  private void store(
      UUID patientId, CheckInRequest request, CheckIn checkIn, CheckInAnswer answer) {
    CheckInRow row = new CheckInRow();
    row.id = checkIn.id().value();
    row.patientId = patientId;
    row.sessionId = checkIn.sessionId().map(SessionId::value).orElse(null);
    row.at = checkIn.at();
    row.request = request;
    row.answer = answer;
    rows.persist(row);
  }
}
