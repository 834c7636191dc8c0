package health.backstep.session.batch.edge;

import health.backstep.backbone.load.LongCalls;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What apps gathered while they were offline. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/session-batches")
public class SessionBatchResource {

  private final Call call;
  private final LongCalls batches;
  private final TakingBatch taking;

  SessionBatchResource(Call call, LongCalls batches, TakingBatch taking) {
    this.call = call;
    this.batches = batches;
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
  @APIResponseSchema(
      value = BatchAnswer.class,
      responseCode = "200",
      responseDescription = "What became of each item, in the order of the request.")
  public Response record(@NotNull @Valid SessionBatch batch) {
    return batches.atWork(
        () ->
            call.writeInParts(
                batch,
                () -> Answer.ok(taking.take(batch.items())),
                answer -> ((BatchAnswer) answer.body()).lasts()));
  }
}
