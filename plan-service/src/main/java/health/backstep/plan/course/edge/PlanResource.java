package health.backstep.plan.course.edge;

import health.backstep.backbone.inbox.AppliedEvents;
import health.backstep.backbone.load.HeldCalls;
import health.backstep.backbone.problem.ProblemException;
import health.backstep.backbone.rest.Call;
import health.backstep.backbone.rest.Caller;
import health.backstep.backbone.rest.NotApplied;
import health.backstep.backbone.rest.Page;
import health.backstep.backbone.rest.PageRequest;
import health.backstep.backbone.rest.Waiting;
import health.backstep.plan.course.VersionKind;
import health.backstep.plan.gate.Status;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A patient's plan, now and before. */
@Path("/v1/patients/{patientId}/plan")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Plans")
public class PlanResource {

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

  private final Call call;
  private final Caller caller;
  private final AppliedEvents applied;
  private final HeldCalls held;
  private final PlanNow now;
  private final Courses courses;
  private final PlanVersionRows rows;
  private final ClearanceLapses lapses;
  private final ComparingVersions comparing;

  PlanResource(
      Call call,
      Caller caller,
      AppliedEvents applied,
      HeldCalls held,
      PlanNow now,
      Courses courses,
      PlanVersionRows rows,
      ClearanceLapses lapses,
      ComparingVersions comparing) {
    this.call = call;
    this.caller = caller;
    this.applied = applied;
    this.held = held;
    this.now = now;
    this.courses = courses;
    this.rows = rows;
    this.lapses = lapses;
    this.comparing = comparing;
  }

  /** The plan now; with {@code after} not before it has taken that event in. */
  @GET
  @RolesAllowed("plans:read")
  @RunOnVirtualThread
  @Operation(
      operationId = "getPlan",
      summary = "Reads the plan now, or as soon as it has taken an event in")
  @APIResponseSchema(
      value = PlanView.class,
      responseCode = "200",
      responseDescription = "The plan. A withheld or suspended one has its reasons and no items.")
  @APIResponse(
      responseCode = "202",
      description = "The wait ran out before the plan had taken the event in; ask again.",
      content = @Content(schema = @Schema(implementation = NotApplied.class)))
  @APIResponse(responseCode = "400", description = "WAIT_MALFORMED")
  @APIResponse(responseCode = "404", description = "PLAN_NOT_FOUND")
  public Response plan(
      UUID patientId,
      @QueryParam("after") @Nullable UUID after,
      @QueryParam("wait") @DefaultValue("PT0S") String wait) {
    if (after != null && !isApplied(after, Waiting.parse(wait))) {
      return Response.accepted(NotApplied.YET).build();
    }
    return now.find(caller.tenant(), patientId)
        .map(plan -> answer(plan.document(), plan.version()))
        .orElseGet(() -> noticing(patientId));
  }

  /** Closes the plan first if its clearance has run out, and tells why there is none. */
  private Response noticing(UUID patientId) {
    return call.read(
        () -> {
          courses.require(patientId);
          lapses.notice(patientId, call.cause());
          return answer(rows.latest(patientId).orElseThrow(PlanResource::noPlan));
        });
  }

  private boolean isApplied(UUID after, Duration wait) {
    return held.whileWaiting(() -> applied.await(caller.tenant(), after, wait));
  }

  @GET
  @Path("/versions")
  @RolesAllowed("plans:read")
  @Operation(operationId = "listPlanVersions", summary = "Lists a plan's versions, newest first")
  @APIResponse(responseCode = "200", description = "A page of versions.")
  public Page<VersionView> versions(UUID patientId, @BeanParam PageRequest page) {
    return call.read(
        () -> {
          courses.require(patientId);
          return page.highestFirst(
              (before, most) -> rows.page(patientId, before, most),
              row -> row.version,
              VersionView::of);
        });
  }

  @GET
  @Path("/versions/{version}")
  @RolesAllowed("plans:read")
  @Operation(operationId = "getPlanVersion", summary = "Reads a plan as it was")
  @APIResponseSchema(
      value = PlanView.class,
      responseCode = "200",
      responseDescription = "The plan in that version.")
  @APIResponse(responseCode = "404", description = "PLAN_VERSION_NOT_FOUND")
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
  @Operation(
      operationId = "comparePlanVersions",
      summary = "Tells what is different in a version, in sentences, each with its rules")
  @APIResponse(responseCode = "200", description = "What is different.")
  @APIResponse(responseCode = "400", description = "WRONG_TYPE, INVALID_REQUEST")
  @APIResponse(responseCode = "404", description = "PLAN_VERSION_NOT_FOUND")
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
    return answer(row.document, row.version);
  }

  private static Response answer(String document, int version) {
    return Response.ok(document, MediaType.APPLICATION_JSON)
        .header(HttpHeaders.ETAG, Call.etag(version))
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
