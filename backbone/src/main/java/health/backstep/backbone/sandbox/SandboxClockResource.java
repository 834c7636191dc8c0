package health.backstep.backbone.sandbox;

import health.backstep.backbone.clock.TestClock;
import health.backstep.backbone.clock.TestClocks;
import health.backstep.backbone.inbox.AppliedEvents;
import health.backstep.backbone.load.HeldCalls;
import health.backstep.backbone.problem.ProblemException;
import health.backstep.backbone.rest.Call;
import health.backstep.backbone.rest.Caller;
import health.backstep.backbone.rest.NotApplied;
import health.backstep.backbone.rest.Waiting;
import health.backstep.backbone.tenancy.Sandbox;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What time it is for a patient of a sandbox, as this service knows it. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/sandbox")
public class SandboxClockResource {

  private final Call call;
  private final Caller caller;
  private final Sandbox sandbox;
  private final TestClocks clocks;
  private final AppliedEvents applied;
  private final HeldCalls held;
  private final Instance<TestClockHandler> handler;

  SandboxClockResource(
      Call call,
      Caller caller,
      Sandbox sandbox,
      TestClocks clocks,
      AppliedEvents applied,
      HeldCalls held,
      Instance<TestClockHandler> handler) {
    this.call = call;
    this.caller = caller;
    this.sandbox = sandbox;
    this.clocks = clocks;
    this.applied = applied;
    this.held = held;
    this.handler = handler;
  }

  @GET
  @Path("/clock")
  @RolesAllowed({"patients:write", "patients:read", "plans:read", "sessions:read"})
  @RunOnVirtualThread
  @Operation(
      operationId = "getTestClock",
      summary = "Read a sandbox patient's test clock",
      description =
          "With after and wait the answer is held until this service has the setting of the clock"
              + " with that eventId.")
  @APIResponseSchema(
      value = TestClock.class,
      responseCode = "200",
      responseDescription = "The clock.")
  @APIResponse(
      responseCode = "202",
      description = "It has not arrived yet.",
      content = @Content(schema = @Schema(implementation = NotApplied.class)))
  @APIResponse(responseCode = "400", description = "PATIENT_ID_REQUIRED, WAIT_MALFORMED")
  @APIResponse(responseCode = "404", description = "NOT_FOUND, TEST_CLOCK_NOT_SET")
  public Response clock(
      @QueryParam("patientId") @Nullable UUID patientId,
      @QueryParam("after") @Nullable UUID after,
      @QueryParam("wait") @DefaultValue("PT0S") String wait) {
    sandbox.require(caller.tenant());
    if (patientId == null) {
      throw new ProblemException(
          400, "PATIENT_ID_REQUIRED", "Name the patient: ?patientId=...", List.of());
    }
    call.about(patientId);
    return arrived(after, wait)
        ? Response.ok(call.read(() -> find(patientId))).build()
        : Response.accepted(NotApplied.YET).build();
  }

  /** The service that sets the clocks has them at once. */
  private boolean arrived(@Nullable UUID after, String wait) {
    return after == null || handler.isUnsatisfied() || isApplied(after, Waiting.parse(wait));
  }

  private boolean isApplied(UUID after, Duration wait) {
    return held.whileWaiting(() -> applied.await(caller.tenant(), after, wait));
  }

  private TestClock find(UUID patientId) {
    return clocks
        .find(patientId)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "TEST_CLOCK_NOT_SET", "No test clock was set for such a patient."));
  }
}
