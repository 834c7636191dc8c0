package health.backstep.plan.webhook.edge;

import health.backstep.backbone.rest.Answer;
import health.backstep.backbone.rest.Call;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A stretch of changes to a webhook again. */
@Path("/v1/webhooks/{webhookId}/replays")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("webhooks:manage")
@Tag(name = "Webhooks")
public class ReplayResource {

  private static final int ACCEPTED = 202;

  private final Call call;
  private final EndpointRows endpoints;
  private final Replays replays;

  ReplayResource(Call call, EndpointRows endpoints, Replays replays) {
    this.call = call;
    this.endpoints = endpoints;
    this.replays = replays;
  }

  @POST
  @Operation(
      operationId = "replayDeliveries",
      summary = "Sends a stretch of changes again, those included that were never sent here")
  @APIResponseSchema(
      value = ReplayView.class,
      responseCode = "202",
      responseDescription = "It has begun.")
  @APIResponse(responseCode = "404", description = "WEBHOOK_NOT_FOUND")
  @APIResponse(responseCode = "409", description = "WEBHOOK_DISABLED, TOO_MANY_REPLAYS")
  @APIResponse(responseCode = "422", description = "RANGE_UNCLEAR, ENDS_BEFORE_START")
  public Response begin(UUID webhookId, @NotNull ReplayRequest request) {
    return call.write(
        request,
        () -> {
          endpoints.requireEnabled(webhookId);
          ReplayView begun = replays.begin(webhookId, request);
          String self = "/v1/webhooks/" + webhookId + "/replays/" + begun.replayId();
          return new Answer(ACCEPTED, begun, URI.create(self), null);
        });
  }

  @GET
  @Path("/{replayId}")
  @Operation(operationId = "getReplay", summary = "Tells how far a replay is")
  @APIResponse(responseCode = "200", description = "The replay.")
  @APIResponse(responseCode = "404", description = "WEBHOOK_NOT_FOUND, REPLAY_NOT_FOUND")
  public ReplayView get(UUID webhookId, UUID replayId) {
    return call.read(
        () -> {
          endpoints.require(webhookId);
          return replays.require(webhookId, replayId);
        });
  }
}
