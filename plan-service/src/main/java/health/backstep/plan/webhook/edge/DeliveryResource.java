package health.backstep.plan.webhook.edge;

import health.backstep.backbone.problem.ProblemException;
import health.backstep.backbone.rest.Answer;
import health.backstep.backbone.rest.Call;
import health.backstep.backbone.rest.Page;
import health.backstep.backbone.rest.PageRequest;
import health.backstep.plan.webhook.Progress;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What was sent to a webhook, and sending it again. */
@Path("/v1/webhooks/{webhookId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("webhooks:manage")
@Tag(name = "Webhooks")
public class DeliveryResource {

  private static final int ACCEPTED = 202;
  private static final String NO_BODY = "";

  private final Call call;
  private final EndpointRows endpoints;
  private final DeliveryLog log;
  private final Replays replays;

  DeliveryResource(Call call, EndpointRows endpoints, DeliveryLog log, Replays replays) {
    this.call = call;
    this.endpoints = endpoints;
    this.log = log;
    this.replays = replays;
  }

  @GET
  @Path("/deliveries")
  @Operation(
      operationId = "listDeliveries",
      summary = "Lists a webhook's deliveries, newest first; they are kept for 30 days")
  @APIResponse(responseCode = "200", description = "Deliveries without their attempts.")
  @APIResponse(
      responseCode = "400",
      description = "CURSOR_UNKNOWN, LIMIT_OUT_OF_RANGE, STATUS_UNKNOWN")
  @APIResponse(responseCode = "404", description = "WEBHOOK_NOT_FOUND")
  public Page<DeliveryView> list(
      UUID webhookId,
      @Parameter(description = "PENDING, DELIVERED or FAILED; all when it is not given")
          @QueryParam("status")
          @Nullable String status,
      @BeanParam PageRequest page) {
    return call.read(
        () -> {
          endpoints.require(webhookId);
          return page.newestFirst(
              (before, most) -> log.page(webhookId, state(status), before, most),
              DeliveryView::deliveryId,
              delivery -> delivery);
        });
  }

  @GET
  @Path("/deliveries/{deliveryId}")
  @Operation(
      operationId = "getDelivery",
      summary = "Reads a delivery: what is sent, and how each attempt ended")
  @APIResponse(responseCode = "200", description = "The delivery with its attempts.")
  @APIResponse(responseCode = "404", description = "WEBHOOK_NOT_FOUND, DELIVERY_NOT_FOUND")
  public DeliveryView get(UUID webhookId, UUID deliveryId) {
    return call.read(
        () -> {
          endpoints.require(webhookId);
          return log.require(webhookId, deliveryId);
        });
  }

  @POST
  @Path("/deliveries/{deliveryId}/replay")
  @Operation(
      operationId = "replayDelivery",
      summary = "Sends a delivery again now, with the same message id and a new round of attempts")
  @APIResponseSchema(
      value = DeliveryView.class,
      responseCode = "202",
      responseDescription = "It is due now.")
  @APIResponse(responseCode = "404", description = "WEBHOOK_NOT_FOUND, DELIVERY_NOT_FOUND")
  @APIResponse(responseCode = "409", description = "WEBHOOK_DISABLED")
  public Response replay(UUID webhookId, UUID deliveryId) {
    return call.write(
        NO_BODY,
        () -> {
          requireEnabled(webhookId);
          if (!replays.one(webhookId, deliveryId)) {
            throw DeliveryLog.unknown();
          }
          return accepted(delivery(webhookId, deliveryId), log.require(webhookId, deliveryId));
        });
  }

  @POST
  @Path("/replays")
  @Operation(
      operationId = "replayDeliveries",
      summary = "Sends a stretch of changes again, those included that were never sent here")
  @APIResponseSchema(
      value = ReplayView.class,
      responseCode = "202",
      responseDescription = "It has begun.")
  @APIResponse(responseCode = "404", description = "WEBHOOK_NOT_FOUND")
  @APIResponse(responseCode = "409", description = "WEBHOOK_DISABLED")
  @APIResponse(responseCode = "422", description = "RANGE_UNCLEAR, ENDS_BEFORE_START")
  public Response replayRange(UUID webhookId, @NotNull ReplayRequest request) {
    return call.write(
        request,
        () -> {
          requireEnabled(webhookId);
          ReplayView begun = replays.begin(webhookId, request);
          return accepted("/v1/webhooks/" + webhookId + "/replays/" + begun.replayId(), begun);
        });
  }

  @GET
  @Path("/replays/{replayId}")
  @Operation(operationId = "getReplay", summary = "Tells how far a replay is")
  @APIResponse(responseCode = "200", description = "The replay.")
  @APIResponse(responseCode = "404", description = "WEBHOOK_NOT_FOUND, REPLAY_NOT_FOUND")
  public ReplayView replayed(UUID webhookId, UUID replayId) {
    return call.read(
        () -> {
          endpoints.require(webhookId);
          return replays.require(webhookId, replayId);
        });
  }

  @POST
  @Path("/test")
  @Operation(
      operationId = "testWebhook",
      summary = "Sends a message of type webhook.test; its delivery tells how that went")
  @APIResponseSchema(
      value = DeliveryView.class,
      responseCode = "202",
      responseDescription = "The delivery; read it again for how it went.")
  @APIResponse(responseCode = "404", description = "WEBHOOK_NOT_FOUND")
  @APIResponse(responseCode = "409", description = "WEBHOOK_DISABLED")
  public Response test(UUID webhookId) {
    return call.write(
        NO_BODY,
        () -> {
          requireEnabled(webhookId);
          DeliveryView test = log.addTest(webhookId);
          return accepted(delivery(webhookId, test.deliveryId()), test);
        });
  }

  private void requireEnabled(UUID webhookId) {
    if (!endpoints.require(webhookId).isEnabled()) {
      throw new ProblemException(
          409,
          "WEBHOOK_DISABLED",
          "Enable the webhook first: PUT it with \"enabled\": true.",
          List.of());
    }
  }

  private static String delivery(UUID webhookId, UUID deliveryId) {
    return "/v1/webhooks/" + webhookId + "/deliveries/" + deliveryId;
  }

  private static Answer accepted(String location, Object body) {
    return new Answer(ACCEPTED, body, URI.create(location), null);
  }

  private static Progress.@Nullable State state(@Nullable String status) {
    if (status == null) {
      return null;
    }
    return Arrays.stream(Progress.State.values())
        .filter(state -> state.name().equals(status))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    400, "STATUS_UNKNOWN", "status is PENDING, DELIVERED or FAILED.", List.of()));
  }
}
