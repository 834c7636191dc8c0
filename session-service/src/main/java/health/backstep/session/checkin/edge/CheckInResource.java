package health.backstep.session.checkin.edge;

import health.backstep.backbone.event.Cause;
import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.outbox.Outbox;
import health.backstep.backbone.rest.Answer;
import health.backstep.backbone.rest.Call;
import health.backstep.session.SessionTopic;
import health.backstep.session.checkin.CheckIn;
import health.backstep.session.checkin.CheckInId;
import health.backstep.session.checkin.wire.CheckInRecorded;
import health.backstep.session.checkin.wire.CheckInRequest;
import health.backstep.session.course.edge.TakenRecord;
import health.backstep.session.course.edge.TakingRecords;
import health.backstep.session.intake.RecordedTime;
import health.backstep.session.pain.Origin;
import health.backstep.session.pain.edge.PainReadings;
import health.backstep.session.workout.SessionId;
import health.backstep.session.workout.edge.SessionRows;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How patients are on the morning after a session, after 72 hours, or on any day. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/patients/{patientId}")
@Tag(name = "Check-ins")
public class CheckInResource {

  private final Call call;
  private final TakingRecords taking;
  private final SessionRows sessions;
  private final PainReadings readings;
  private final CheckInRow.Rows rows;
  private final Outbox outbox;
  private final Clock clock;

  CheckInResource(
      Call call,
      TakingRecords taking,
      SessionRows sessions,
      PainReadings readings,
      CheckInRow.Rows rows,
      Outbox outbox,
      Clock clock) {
    this.call = call;
    this.taking = taking;
    this.sessions = sessions;
    this.readings = readings;
    this.rows = rows;
    this.outbox = outbox;
    this.clock = clock;
  }

  @POST
  @Path("/check-ins")
  @RolesAllowed("sessions:write")
  @Operation(operationId = "checkIn", summary = "Takes a check-in of any day")
  @APIResponseSchema(
      value = CheckInAnswer.class,
      responseCode = "201",
      responseDescription = "What the check-in came to.")
  @APIResponse(responseCode = "422", description = "TIME_IN_FUTURE")
  public Response anyDay(UUID patientId, @NotNull @Valid CheckInRequest request) {
    return call.write(request, () -> record(patientId, Optional.empty(), request));
  }

  @POST
  @Path("/sessions/{sessionId}/check-ins")
  @RolesAllowed("sessions:write")
  @Operation(
      operationId = "checkInAfterSession",
      summary = "Takes the check-in of the morning after a session, or after 72 hours")
  @APIResponseSchema(
      value = CheckInAnswer.class,
      responseCode = "201",
      responseDescription = "What the check-in came to.")
  @APIResponse(responseCode = "404", description = "SESSION_NOT_FOUND")
  @APIResponse(responseCode = "422", description = "TIME_IN_FUTURE")
  public Response afterSession(
      UUID patientId, UUID sessionId, @NotNull @Valid CheckInRequest request) {
    return call.write(
        request,
        () -> {
          sessions.require(patientId, sessionId);
          return record(patientId, Optional.of(new SessionId(sessionId)), request);
        });
  }

  private Answer record(UUID patientId, Optional<SessionId> session, CheckInRequest request) {
    taking.lock(patientId);
    CheckIn checkIn = request.toCheckIn(new CheckInId(Uuid7.next()), session);
    RecordedTime.refuseFuture("/at", checkIn.at(), clock.instant());
    Cause cause = call.cause();
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
    return Answer.created("/v1/patients/" + patientId + "/check-ins/" + answer.checkInId(), answer);
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
