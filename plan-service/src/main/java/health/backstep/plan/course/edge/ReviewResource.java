package health.backstep.plan.course.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.backstep.backbone.clock.PatientClock;
import health.backstep.backbone.event.Uuid7;
import health.backstep.backbone.problem.ProblemException;
import health.backstep.backbone.rest.Answer;
import health.backstep.backbone.rest.Call;
import health.backstep.plan.course.PlanVersion;
import health.backstep.plan.history.Cause;
import health.backstep.plan.history.wire.PlanEventReader;
import health.backstep.plan.history.wire.ReviewPayload;
import health.backstep.plan.review.edge.ReviewRequest;
import health.backstep.wire.Refused;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

/** Clinicians' reviews of a plan (RV-1). */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/patients/{patientId}/plan/reviews")
@Tag(name = "Plans")
public class ReviewResource {

  private final Call call;
  private final Courses courses;
  private final FoldingPlans folding;
  private final PlanViews views;
  private final ObjectMapper json;
  private final PatientClock clock;

  ReviewResource(
      Call call,
      Courses courses,
      FoldingPlans folding,
      PlanViews views,
      ObjectMapper json,
      PatientClock clock) {
    this.call = call;
    this.courses = courses;
    this.folding = folding;
    this.views = views;
    this.json = json;
    this.clock = clock;
  }

  @POST
  @RolesAllowed("plans:review")
  @Operation(
      operationId = "reviewPlan",
      summary =
          "Takes a clinician's review: resumes the plan, holds it, or edits its exercises within the rules")
  @APIResponseSchema(
      value = PlanView.class,
      responseCode = "201",
      responseDescription = "The plan after the review.")
  @APIResponse(responseCode = "404", description = "PLAN_NOT_FOUND")
  @APIResponse(
      responseCode = "422",
      description =
          "EDITS_NOT_EXPECTED, EXERCISE_UNKNOWN, EXERCISE_EXCLUDED, EXERCISE_NOT_IN_PLAN, EXERCISE_REPEATED, LEVEL_NOT_ALLOWED, TIME_EXCEEDED, WARM_UP_REQUIRED")
  public Response review(UUID patientId, @NotNull @Valid ReviewRequest request) {
    return call.write(
        request,
        () -> {
          courses.requireLocked(patientId);
          ReviewPayload review = request.toPayload();
          Refused.ifAny(folding.faults(patientId, review.changes()));
          Cause cause = new Cause(Uuid7.next(), PlanEventReader.REVIEW, clock.now(patientId));
          PlanVersion plan =
              folding
                  .fold(patientId, cause, payload(review), call.cause())
                  .orElseThrow(ReviewResource::nothingToReview);
          return Answer.created(
                  "/v1/patients/" + patientId + "/plan/versions/" + plan.number(),
                  views.view(patientId, plan))
              .version(plan.number());
        });
  }

  private byte[] payload(ReviewPayload review) {
    try {
      return json.writeValueAsBytes(review);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a review could not be written as JSON", e);
    }
  }

  private static ProblemException nothingToReview() {
    return ProblemException.notFound(
        "PLAN_NOT_FOUND", "There is no plan yet; it is made from the first assessment.");
  }
}
