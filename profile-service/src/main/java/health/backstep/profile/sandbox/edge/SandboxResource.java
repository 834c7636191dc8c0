package health.backstep.profile.sandbox.edge;

import health.backstep.backbone.clock.TestClock;
import health.backstep.backbone.rest.Answer;
import health.backstep.backbone.rest.Call;
import health.backstep.backbone.rest.Caller;
import health.backstep.backbone.tenancy.Sandbox;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What partners try their apps with. Only a sandbox's callers find these routes. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/sandbox")
public class SandboxResource {

  private final Call call;
  private final Caller caller;
  private final Sandbox sandbox;
  private final SettingTestClock clocks;
  private final MakingExamples examples;

  SandboxResource(
      Call call, Caller caller, Sandbox sandbox, SettingTestClock clocks, MakingExamples examples) {
    this.call = call;
    this.caller = caller;
    this.sandbox = sandbox;
    this.clocks = clocks;
    this.examples = examples;
  }

  @POST
  @Path("/clock")
  @RolesAllowed("patients:write")
  @Operation(
      operationId = "setTestClock",
      summary = "Put a sandbox patient's test clock forward",
      description =
          "All services take now for the present of this patient until the clock is put forward"
              + " again; it stands still in between. Each service's GET of the same path tells"
              + " when the clock has arrived there.")
  @APIResponseSchema(
      value = TestClock.class,
      responseCode = "200",
      responseDescription = "The clock as it stands now.")
  @APIResponse(responseCode = "404", description = "NOT_FOUND, PATIENT_NOT_FOUND")
  @APIResponse(responseCode = "422", description = "CLOCK_BACKWARDS, CLOCK_TOO_FAR")
  public Response setClock(@NotNull @Valid TestClockRequest request) {
    sandbox.require(caller.tenant());
    call.about(request.patientId());
    return call.write(
        request,
        () -> Answer.ok(clocks.set(request.patientId(), request.now().toInstant(), call.cause())));
  }

  @POST
  @Path("/examples")
  @RolesAllowed("patients:write")
  @Operation(
      operationId = "makeExamplePatients",
      summary = "Make the example patients of a sandbox, or find them",
      description =
          "One patient for each stage and directional preference, cleared and assessed. Those who"
              + " are there already are answered as they are.")
  @APIResponseSchema(
      value = ExamplePatients.class,
      responseCode = "200",
      responseDescription = "All example patients.")
  @APIResponse(responseCode = "404", description = "NOT_FOUND")
  public Response makeExamples() {
    sandbox.require(caller.tenant());
    return call.write("", () -> Answer.ok(examples.makeOrFind(call.cause())));
  }
}
