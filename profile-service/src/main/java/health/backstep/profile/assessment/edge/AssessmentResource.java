package health.backstep.profile.assessment.edge;

import health.backstep.backbone.rest.Answer;
import health.backstep.backbone.rest.Call;
import health.backstep.backbone.rest.Page;
import health.backstep.backbone.rest.PageRequest;
import health.backstep.profile.assessment.wire.AssessmentRequest;
import health.backstep.profile.patient.edge.Patients;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A patient's assessments. */
@Path("/v1/patients/{patientId}/assessments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assessments")
public class AssessmentResource {

  private final Call call;
  private final Patients patients;
  private final CompletingAssessment completing;
  private final AssessmentRows rows;

  AssessmentResource(
      Call call, Patients patients, CompletingAssessment completing, AssessmentRows rows) {
    this.call = call;
    this.patients = patients;
    this.completing = completing;
    this.rows = rows;
  }

  @POST
  @RolesAllowed("assessments:write")
  @Operation(
      operationId = "completeAssessment",
      summary = "Takes an assessment in: triage, classification and, with clearance, a plan")
  @APIResponseSchema(
      value = AssessmentView.class,
      responseCode = "201",
      responseDescription = "What the assessment came to. Wait for the plan with its eventId.")
  @APIResponse(
      responseCode = "422",
      description = "TIME_IN_FUTURE, ONSET_AFTER_ASSESSMENT, OUT_OF_RANGE")
  public Response complete(UUID patientId, @NotNull @Valid AssessmentRequest request) {
    return call.write(
        request,
        () -> {
          AssessmentView view =
              completing.complete(patients.getLocked(patientId), request, call.cause());
          return Answer.created(
              "/v1/patients/" + patientId + "/assessments/" + view.assessmentId(), view);
        });
  }

  @GET
  @RolesAllowed("patients:read")
  @Operation(
      operationId = "listAssessments",
      summary = "Lists a patient's assessments, newest first")
  @APIResponse(responseCode = "200", description = "A page of assessments.")
  public Page<AssessmentView> list(UUID patientId, @BeanParam PageRequest page) {
    return call.read(
        () -> {
          patients.get(patientId);
          return page.newestFirst(
              (before, most) -> rows.page(patientId, before, most),
              row -> row.id,
              row -> row.answer);
        });
  }

  @GET
  @Path("/{assessmentId}")
  @RolesAllowed("patients:read")
  @Operation(operationId = "getAssessment", summary = "Reads what an assessment came to")
  @APIResponse(responseCode = "200", description = "The assessment.")
  @APIResponse(responseCode = "404", description = "ASSESSMENT_NOT_FOUND")
  public AssessmentView get(UUID patientId, UUID assessmentId) {
    return call.read(
        () ->
            rows.findByIdOptional(assessmentId)
                .filter(row -> row.patientId.equals(patientId))
                .map(row -> row.answer)
                .orElseThrow(CompletingAssessment::unknown));
  }
}
