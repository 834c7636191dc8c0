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
import java.util.UUID;

/** A patient's work-out sessions. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/patients/{patientId}/sessions")
public class SessionResource {

  /** A session as it was sent, with what it came to. */
  public record SessionView(SessionRequest session, SessionAnswer reading) {
    static SessionView of(SessionRow row) {
      return new SessionView(row.request, row.answer);
    }
  }

  private final Call call;
  private final Caller caller;
  private final RecordingSession recording;
  private final KnownPlans plans;
  private final Courses courses;
  private final SessionRows rows;

  SessionResource(
      Call call,
      Caller caller,
      RecordingSession recording,
      KnownPlans plans,
      Courses courses,
      SessionRows rows) {
    this.call = call;
    this.caller = caller;
    this.recording = recording;
    this.plans = plans;
    this.courses = courses;
    this.rows = rows;
  }

  @POST
  @RolesAllowed("sessions:write")
  public Response record(UUID patientId, @NotNull @Valid SessionRequest request) {
    try {
      return write(patientId, request);
    } catch (ProblemException | Refused refused) {
      if (RecordingSession.mayBeOnItsWay(refused)
          && plans.arrives(caller.tenant(), patientId, request.planVersion())) {
        return write(patientId, request);
      }
      throw refused;
    }
  }

  private Response write(UUID patientId, SessionRequest request) {
    return call.write(
        request, () -> recording.record(patientId, request, call.cause()).created(patientId));
  }

  @GET
  @RolesAllowed("sessions:read")
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
  public SessionView get(UUID patientId, UUID sessionId) {
    return call.read(() -> SessionView.of(rows.get(patientId, sessionId)));
  }
}
