package health.backstep.plan.webhook.edge;

import health.backstep.backbone.rest.Answer;
import health.backstep.backbone.rest.Call;
import health.backstep.backbone.rest.Page;
import health.backstep.backbone.rest.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What was sent to a webhook, one of it again, and a test. */
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
  private final DueDeliveries deliveries;
  private final Clock clock;

  DeliveryResource(
      Call call, EndpointRows endpoints, DeliveryLog log, DueDeliveries deliveries, Clock clock) {
    this.call = call;
    this.endpoints = endpoints;
    this.log = log;
    this.deliveries = deliveries;
    this.clock = clock;
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
      @Parameter(description = "PENDING, DELIVERED, FAILED or EXPIRED; all when it is not given")
          @QueryParam("status")
          @Nullable String status,
      @BeanParam PageRequest page) {
    return call.read(
        () -> {
          endpoints.require(webhookId);
          return page.newestFirst(
              (before, most) -> log.page(webhookId, DeliveryLog.state(status), before, most),
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
          endpoints.requireEnabled(webhookId);
          deliveries.again(webhookId, deliveryId, clock.instant());
          return accepted(webhookId, deliveryId);
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
          endpoints.requireEnabled(webhookId);
          return accepted(webhookId, deliveries.addTest(webhookId, clock.instant()));
        });
  }

  private Answer accepted(UUID webhookId, UUID deliveryId) {
    String self = "/v1/webhooks/" + webhookId + "/deliveries/" + deliveryId;
    return new Answer(ACCEPTED, log.require(webhookId, deliveryId), URI.create(self), null);
  }
}
