package health.backstep.plan.course.edge;

import health.backstep.backbone.inbox.AppliedEvents;
import health.backstep.backbone.problem.ProblemException;
import health.backstep.backbone.rest.Call;
import health.backstep.backbone.rest.Caller;
import health.backstep.plan.Waiting;
import health.backstep.plan.course.VersionKind;
import health.backstep.plan.gate.Status;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A patient's plan, now and before. */
@Path("/v1/patients/{patientId}/plan")
@Produces(MediaType.APPLICATION_JSON)
public class PlanResource {

  private static final int MOST_VERSIONS = 200;

  /** Says that the plan has not taken the event in yet. */
  public record NotApplied(boolean applied) {}

  /** One line of the list of versions. */
  public record VersionView(
      int version,
      VersionKind kind,
      Status status,
      String digest,
      UUID causeEventId,
      Instant createdAt) {

    static VersionView of(PlanVersionRow row) {
      return new VersionView(
          row.version, row.kind, row.status, row.digest, row.causeEventId, row.createdAt);
    }
  }

  /** Versions, newest first. */
  public record VersionPage(List<VersionView> items, @Nullable String nextCursor) {}

  private final Call call;
  private final Caller caller;
  private final AppliedEvents applied;
  private final Courses courses;
  private final PlanVersionRows rows;
  private final ClearanceLapses lapses;
  private final ComparingVersions comparing;

  PlanResource(
      Call call,
      Caller caller,
      AppliedEvents applied,
      Courses courses,
      PlanVersionRows rows,
      ClearanceLapses lapses,
      ComparingVersions comparing) {
    this.call = call;
    this.caller = caller;
    this.applied = applied;
    this.courses = courses;
    this.rows = rows;
    this.lapses = lapses;
    this.comparing = comparing;
  }

  /** The plan now; with {@code after} not before it has taken that event in. */
  @GET
  @RolesAllowed("plans:read")
  @RunOnVirtualThread
  public Response plan(
      UUID patientId,
      @QueryParam("after") @Nullable UUID after,
      @QueryParam("wait") @DefaultValue("PT0S") String wait) {
    if (after != null && !applied.await(caller.tenant(), after, Waiting.parse(wait))) {
      return Response.accepted(new NotApplied(false)).build();
    }
    return call.read(
        () -> {
          courses.require(patientId);
          lapses.notice(patientId, call.cause());
          return answer(rows.latest(patientId).orElseThrow(PlanResource::noPlan));
        });
  }

  @GET
  @Path("/versions")
  @RolesAllowed("plans:read")
  public VersionPage versions(
      UUID patientId,
      @QueryParam("limit") @DefaultValue("20") int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    int shown = Math.clamp(limit, 1, MOST_VERSIONS);
    return call.read(
        () -> {
          courses.require(patientId);
          List<VersionView> found =
              rows.page(patientId, VersionCursor.before(cursor), shown + 1).stream()
                  .map(VersionView::of)
                  .toList();
          return found.size() > shown
              ? new VersionPage(
                  found.subList(0, shown), VersionCursor.after(found.get(shown - 1).version()))
              : new VersionPage(found, null);
        });
  }

  @GET
  @Path("/versions/{version}")
  @RolesAllowed("plans:read")
  public Response version(UUID patientId, int version) {
    return call.read(
        () -> {
          courses.require(patientId);
          return answer(rows.version(patientId, version).orElseThrow(PlanResource::noVersion));
        });
  }

  /** What is different in a version, in words; without {@code against} since the one before. */
  @GET
  @Path("/versions/{version}/diff")
  @RolesAllowed("plans:read")
  public PlanDiffView diff(
      UUID patientId, int version, @QueryParam("against") @Nullable String against) {
    return call.read(
        () -> {
          courses.require(patientId);
          return comparing
              .diff(patientId, version, against)
              .map(diff -> PlanDiffView.of(patientId, diff))
              .orElseThrow(PlanResource::noVersion);
        });
  }

  private static Response answer(PlanVersionRow row) {
    return Response.ok(row.document, MediaType.APPLICATION_JSON)
        .header(HttpHeaders.ETAG, Call.etag(row.version))
        .build();
  }

  private static ProblemException noPlan() {
    return ProblemException.notFound(
        "PLAN_NOT_FOUND", "There is no plan yet; it is made from the first assessment.");
  }

  private static ProblemException noVersion() {
    return ProblemException.notFound(
        "PLAN_VERSION_NOT_FOUND", "The patient never had such a plan version.");
  }
}
