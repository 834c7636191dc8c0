package health.backstep.session.workout.edge;

import health.backstep.backbone.problem.ProblemException;
import health.backstep.backbone.rest.Call;
import health.backstep.backbone.rest.Caller;
import health.backstep.backbone.rest.Page;
import health.backstep.backbone.rest.PageRequest;
import health.backstep.session.course.edge.Courses;
import health.backstep.session.plan.edge.KnownPlans;
import health.backstep.session.workout.wire.SessionRequest;
import health.backstep.wire.Refused;
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
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A patient's work-out sessions. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/patients/{patientId}/sessions")
@Tag(name = "Sessions")
public class SessionResource {

  /** A session as it was sent, with what it came to. */
  public record SessionView(SessionRequest session, SessionAnswer reading) {
    static SessionView of(SessionRow row) {
      return new SessionView(row.request, row.answer);
    }
  }

  private final Call call;
  private final Caller caller;
  private final RecordingAtOnce atOnce;
  private final RecordingSession recording;
  private final KnownPlans plans;
  private final Courses courses;
  private final SessionRows rows;
  private final Duration grace;

  SessionResource(
      Call call,
      Caller caller,
      RecordingAtOnce atOnce,
      RecordingSession recording,
      KnownPlans plans,
      Courses courses,
      SessionRows rows,
      @ConfigProperty(name = "backstep.plan-version-grace") Duration grace) {
    this.call = call;
    this.caller = caller;
    this.atOnce = atOnce;
    this.recording = recording;
    this.plans = plans;
    this.courses = courses;
    this.rows = rows;
    this.grace = grace;
  }

  @POST
  @RolesAllowed("sessions:write")
  @Operation(
      operationId = "recordSession",
      summary = "Records a session and reads it: green, amber or flare")
  @APIResponseSchema(
      value = SessionAnswer.class,
      responseCode = "201",
      responseDescription =
          "What the session came to. Wait for the plan with the eventId of the flare, if there is one.")
  @APIResponse(
      responseCode = "422",
      description =
          "PLAN_VERSION_UNKNOWN, EXERCISE_NOT_PRESCRIBED, LEVEL_NOT_PRESCRIBED, EXERCISE_REPEATED, ENDS_BEFORE_START, SESSION_TOO_LONG, TIME_IN_FUTURE")
  @APIResponse(responseCode = "503", description = "PLAN_VERSION_NOT_KNOWN_YET")
  public Response record(UUID patientId, @NotNull @Valid SessionRequest request) {
    try {
      return write(patientId, request);
    } catch (ProblemException | Refused refused) {
      UnknownPlan.awaitAfter(
          refused, () -> plans.await(caller.tenant(), patientId, request.planVersion(), grace));
      return write(patientId, request);
    }
  }

  private Response write(UUID patientId, SessionRequest request) {
    return atOnce
        .record(patientId, request)
        .orElseGet(
            () ->
                call.write(
                    request,
                    () -> recording.record(patientId, request, call.cause()).created(patientId)));
  }

  @GET
  @RolesAllowed("sessions:read")
  @Operation(operationId = "listSessions", summary = "Lists a patient's sessions, newest first")
  @APIResponse(responseCode = "200", description = "A page of sessions.")
  public Page<SessionView> list(UUID patientId, @BeanParam PageRequest page) {
    return call.read(
        () -> {
          courses.get(patientId);
          return page.newestFirst(
              (before, most) -> rows.page(patientId, before, most), row -> row.id, SessionView::of);
        });
  }

  @GET
  @Path("/{sessionId}")
  @RolesAllowed("sessions:read")
  @Operation(
      operationId = "getSession",
      summary = "Reads a session as it was sent, with what it came to")
  @APIResponse(responseCode = "200", description = "The session.")
  @APIResponse(responseCode = "404", description = "SESSION_NOT_FOUND")
  public SessionView get(UUID patientId, UUID sessionId) {
    return call.read(() -> SessionView.of(rows.get(patientId, sessionId)));
  }
}
