package health.backstep.session.flare.edge;

import health.backstep.backbone.rest.Call;
import health.backstep.backbone.rest.Page;
import health.backstep.backbone.rest.PageRequest;
import health.backstep.session.course.edge.Courses;
import health.backstep.session.course.edge.EpisodeView;
import health.backstep.session.course.edge.Flares;
import health.backstep.session.flare.wire.FlareRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Flares that patients report, and the episodes that all reports make. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/patients/{patientId}/flares")
@Tag(name = "Flares")
public class FlareResource {

  private final Call call;
  private final RecordingFlare recording;
  private final Courses courses;
  private final Flares flares;

  FlareResource(Call call, RecordingFlare recording, Courses courses, Flares flares) {
    this.call = call;
    this.recording = recording;
    this.courses = courses;
    this.flares = flares;
  }

  @POST
  @RolesAllowed("sessions:write")
  @Operation(operationId = "reportFlare", summary = "Takes a flare that the patient reports")
  @APIResponseSchema(
      value = FlareAnswer.class,
      responseCode = "201",
      responseDescription = "What the report came to.")
  @APIResponse(responseCode = "422", description = "TIME_IN_FUTURE")
  public Response report(UUID patientId, @NotNull @Valid FlareRequest request) {
    return call.write(
        request, () -> recording.record(patientId, request, call.cause()).created(patientId));
  }

  @GET
  @RolesAllowed("sessions:read")
  @Operation(operationId = "listFlares", summary = "Lists a patient's flares, newest first")
  @APIResponse(responseCode = "200", description = "A page of flares.")
  public Page<EpisodeView> episodes(UUID patientId, @BeanParam PageRequest page) {
    return call.read(
        () -> {
          courses.get(patientId);
          return flares.page(patientId, page);
        });
  }
}
