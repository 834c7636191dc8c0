package health.backstep.plan.due.edge;

import health.backstep.backbone.clock.PatientClock;
import health.backstep.backbone.problem.ProblemException;
import health.backstep.backbone.rest.Call;
import health.backstep.plan.history.edge.Histories;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What is due for a patient. */
@Path("/v1/patients/{patientId}/due")
@Produces(MediaType.APPLICATION_JSON)
public class DueResource {

  private final Call call;
  private final Histories histories;
  private final FoldingDue folding;
  private final DueItems items;
  private final PatientClock time;

  DueResource(
      Call call, Histories histories, FoldingDue folding, DueItems items, PatientClock time) {
    this.call = call;
    this.histories = histories;
    this.folding = folding;
    this.items = items;
    this.time = time;
  }

  /** Everything that is not done, also what is still ahead. */
  @GET
  @RolesAllowed("plans:read")
  @Operation(
      operationId = "listDue",
      summary = "What is due for a patient: check-ins, a new assessment, a review")
  @APIResponse(responseCode = "200", description = "What is not done, by the time it is due")
  @APIResponse(responseCode = "404", description = "PATIENT_NOT_FOUND")
  public DueView due(UUID patientId) {
    return call.read(
        () -> {
          if (!histories.isKnown(patientId)) {
            throw ProblemException.notFound("PATIENT_NOT_FOUND", "There is no such patient.");
          }
          folding.begin(patientId);
          Instant now = time.now(patientId);
          return DueView.of(patientId, items.open(patientId, now), now);
        });
  }
}
