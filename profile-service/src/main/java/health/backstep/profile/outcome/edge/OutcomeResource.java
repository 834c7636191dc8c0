package health.backstep.profile.outcome.edge;

import health.backstep.backbone.rest.Call;
import health.backstep.backbone.rest.Page;
import health.backstep.backbone.rest.PageRequest;
import health.backstep.profile.assessment.edge.ScoredAssessments;
import health.backstep.profile.outcome.Outcome;
import health.backstep.profile.outcome.OutcomesOverTime;
import health.backstep.profile.patient.edge.Patients;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A patient's scores over time and whether they changed by what people notice (OUT-1). */
@Path("/v1/patients/{patientId}/outcomes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assessments")
public class OutcomeResource {

  private final Call call;
  private final Patients patients;
  private final ScoredAssessments scored;
  private final OutcomesOverTime outcomes;

  OutcomeResource(
      Call call, Patients patients, ScoredAssessments scored, OutcomesOverTime outcomes) {
    this.call = call;
    this.patients = patients;
    this.scored = scored;
    this.outcomes = outcomes;
  }

  /** The latest assessment first, by the time it was made. */
  @GET
  @RolesAllowed("patients:read")
  @Operation(
      operationId = "listOutcomes",
      summary = "Lists the scores over time, and whether they changed by what people notice")
  @APIResponse(responseCode = "200", description = "A page of scores, the latest assessment first.")
  public Page<OutcomeView> list(UUID patientId, @BeanParam PageRequest page) {
    return call.read(
        () -> {
          patients.get(patientId);
          List<Outcome> latestFirst = outcomes.of(scored.oldestFirst(patientId)).reversed();
          return page.of(latestFirst, Outcome::assessmentId, OutcomeView::of);
        });
  }
}
