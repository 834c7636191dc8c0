package health.backstep.profile.clearance.edge;

import health.backstep.backbone.clock.PatientClock;
import health.backstep.backbone.rest.Answer;
import health.backstep.backbone.rest.Call;
import health.backstep.profile.clearance.Clearance;
import health.backstep.profile.clearance.wire.ClearanceRequest;
import health.backstep.profile.patient.Patient;
import health.backstep.profile.patient.edge.Patients;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A patient's clearance to exercise. */
@Path("/v1/patients/{patientId}/clearance")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clearance")
public class ClearanceResource {

  private final Call call;
  private final Patients patients;
  private final Clearances clearances;
  private final PatientClock clock;

  ClearanceResource(Call call, Patients patients, Clearances clearances, PatientClock clock) {
    this.call = call;
    this.patients = patients;
    this.clearances = clearances;
    this.clock = clock;
  }

  @GET
  @RolesAllowed("patients:read")
  @Operation(operationId = "getClearance", summary = "Reads the clearance on record")
  @APIResponseSchema(
      value = ClearanceView.class,
      responseCode = "200",
      responseDescription = "The clearance; PENDING while there is none.")
  public Response get(UUID patientId) {
    return call.read(
        () -> {
          patients.get(patientId);
          return call.answer(current(patientId));
        });
  }

  /** The first record needs no {@code If-Match}; every later one does. */
  @PUT
  @RolesAllowed("clearance:write")
  @Operation(
      operationId = "recordClearance",
      summary = "Records what a health professional says about exercising")
  @APIResponseSchema(
      value = ClearanceView.class,
      responseCode = "200",
      responseDescription = "The clearance as it is now.")
  @APIResponse(responseCode = "422", description = "INVALID_VALUE, OUT_OF_RANGE")
  public Response record(UUID patientId, @NotNull @Valid ClearanceRequest request) {
    return call.write(
        request,
        () -> {
          Patient patient = patients.getLocked(patientId);
          long version = clearances.version(patientId);
          if (version > 0) {
            call.requireMatch(version);
          }
          Clearance clearance = request.toClearance(patient.timeZone(), clock.now(patientId));
          clearances.record(patientId, clearance, call.cause());
          return current(patientId);
        });
  }

  private Answer current(UUID patientId) {
    ClearanceView view =
        clearances
            .find(patientId)
            .map(clearance -> ClearanceView.of(patientId, clearance))
            .orElseGet(() -> ClearanceView.none(patientId));
    return Answer.ok(view).version(clearances.version(patientId));
  }
}
