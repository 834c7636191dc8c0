package health.backstep.session.flare.edge;

import health.backstep.backbone.rest.Answer;
import health.backstep.backbone.rest.Call;
import health.backstep.backbone.rest.Page;
import health.backstep.session.course.edge.Courses;
import health.backstep.session.course.edge.EpisodeView;
import health.backstep.session.course.edge.Flares;
import health.backstep.session.course.edge.TakenRecord;
import health.backstep.session.course.edge.TakingRecords;
import health.backstep.session.flare.SelfReport;
import health.backstep.session.flare.wire.FlareRequest;
import health.backstep.session.intake.RecordedTime;
import health.backstep.session.pain.Origin;
import health.backstep.session.pain.edge.PainReadings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Flares that patients report, and the episodes that all reports make. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/patients/{patientId}/flares")
@Tag(name = "Flares")
public class FlareResource {

  /**
   * What a report came to.
   *
   * @param eventId of the flare; null when the report is none
   */
  public record FlareAnswer(
      @Nullable UUID eventId,
      TakenRecord.@Nullable FlareView flare,
      TakenRecord.@Nullable RedFlagView redFlag) {}

  private final Call call;
  private final TakingRecords taking;
  private final Courses courses;
  private final Flares flares;
  private final PainReadings readings;
  private final Clock clock;

  FlareResource(
      Call call,
      TakingRecords taking,
      Courses courses,
      Flares flares,
      PainReadings readings,
      Clock clock) {
    this.call = call;
    this.taking = taking;
    this.courses = courses;
    this.flares = flares;
    this.readings = readings;
    this.clock = clock;
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
    SelfReport report = request.toReport();
    return call.write(
        request,
        () -> {
          taking.lock(patientId);
          RecordedTime.refuseFuture("/at", report.at(), clock.instant());
          TakenRecord taken =
              taking.take(
                  patientId,
                  call.cause(),
                  Origin.SELF_REPORT,
                  (course, state) -> course.read(state, report));
          readings.note(patientId, report.at(), report.pain(), Origin.SELF_REPORT);
          UUID eventId = taken.flare() == null ? null : taken.flare().eventId();
          return Answer.created(
              "/v1/patients/" + patientId + "/flares",
              new FlareAnswer(eventId, taken.flare(), taken.redFlag()));
        });
  }

  @GET
  @RolesAllowed("sessions:read")
  @Operation(operationId = "listFlares", summary = "Lists a patient's flares, newest first")
  @APIResponse(responseCode = "200", description = "A page of flares.")
  public Page<EpisodeView> episodes(
      UUID patientId,
      @QueryParam("limit") @DefaultValue("20") int limit,
      @QueryParam("cursor") String cursor) {
    int checked = Page.limit(limit);
    return call.read(
        () -> {
          courses.get(patientId);
          return flares.page(patientId, cursor, checked);
        });
  }
}
