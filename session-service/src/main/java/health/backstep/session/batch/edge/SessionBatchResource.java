package health.backstep.session.batch.edge;

import health.backstep.backbone.problem.Problem;
import health.backstep.backbone.rest.Answer;
import health.backstep.backbone.rest.Call;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What apps gathered while they were offline. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/session-batches")
public class SessionBatchResource {

  private final Call call;
  private final TakingBatch taking;

  SessionBatchResource(Call call, TakingBatch taking) {
    this.call = call;
    this.taking = taking;
  }

  @POST
  @RolesAllowed("sessions:write")
  @Operation(
      operationId = "recordSessionBatch",
      summary = "Record sessions, check-ins and flares gathered offline",
      description =
          "Up to 500 records of several patients. Each item is recorded or refused by itself, a"
              + " patient's in the order of their times. The item's id makes it safe to repeat:"
              + " the same id and body answer the same and record nothing.")
  @APIResponse(
      responseCode = "200",
      description = "What became of each item, in the order of the request.",
      content = @Content(schema = @Schema(implementation = BatchAnswer.class)))
  @APIResponse(
      responseCode = "422",
      description = "There is no item, or more than 500.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "503",
      description = "Nothing could be recorded now; send the batch again.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response record(@NotNull @Valid SessionBatch batch) {
    return call.writeInParts(
        batch,
        () -> Answer.ok(taking.take(batch.items())),
        answer -> ((BatchAnswer) answer.body()).lasts());
  }
}
