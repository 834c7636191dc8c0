package health.backstep.session.checkin.edge;

import health.backstep.backbone.rest.Answer;
import health.backstep.backbone.rest.Call;
import health.backstep.session.checkin.wire.CheckInRequest;
import health.backstep.session.workout.SessionId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
  private final RecordingCheckIn recording;

  CheckInResource(Call call, RecordingCheckIn recording) {
    this.call = call;
    this.recording = recording;
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
        request, () -> record(patientId, Optional.of(new SessionId(sessionId)), request));
  }

  private Answer record(UUID patientId, Optional<SessionId> session, CheckInRequest request) {
    return recording.record(patientId, session, request, call.cause()).created(patientId);
  }
}
