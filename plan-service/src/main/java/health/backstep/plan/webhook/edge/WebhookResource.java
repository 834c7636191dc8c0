package health.backstep.plan.webhook.edge;

import health.backstep.backbone.rest.Answer;
import health.backstep.backbone.rest.Call;
import health.backstep.backbone.rest.Caller;
import health.backstep.backbone.rest.Page;
import health.backstep.backbone.rest.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/** Where partners are called when something changes, by the Standard Webhooks specification. */
@Path("/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("webhooks:manage")
@Tag(name = "Webhooks")
public class WebhookResource {

  private final Call call;
  private final Caller caller;
  private final EndpointRows endpoints;
  private final Webhooks webhooks;
  private final SecretsOnce secrets;

  WebhookResource(
      Call call, Caller caller, EndpointRows endpoints, Webhooks webhooks, SecretsOnce secrets) {
    this.call = call;
    this.caller = caller;
    this.endpoints = endpoints;
    this.webhooks = webhooks;
    this.secrets = secrets;
  }

  @POST
  @Operation(
      operationId = "createWebhook",
      summary = "Adds a webhook for changes from now on, and shows its signing secret once")
  @APIResponseSchema(
      value = WebhookView.class,
      responseCode = "201",
      responseDescription = "The webhook with its secret. Keep the secret: it is not shown again.")
  @APIResponse(responseCode = "409", description = "TOO_MANY_WEBHOOKS")
  @APIResponse(
      responseCode = "422",
      description =
          "URL_INVALID, SCHEME_REFUSED, PORT_REFUSED, USER_INFO_REFUSED, TARGET_REFUSED,"
              + " UNKNOWN_TYPE")
  public Response create(@NotNull @Valid WebhookRequest request) {
    return secrets.open(
        caller.tenant().name(),
        call.write(
            request,
            () -> {
              WebhookView made = webhooks.add(request);
              return Answer.created("/v1/webhooks/" + made.webhookId(), made).version(0);
            }));
  }

  @GET
  @Operation(operationId = "listWebhooks", summary = "Lists your webhooks, newest first")
  public Page<WebhookView> list(@BeanParam PageRequest page) {
    return call.read(() -> page.newestFirst(endpoints::page, row -> row.id, webhooks::view));
  }

  @GET
  @Path("/{webhookId}")
  @Operation(
      operationId = "getWebhook",
      summary = "Reads a webhook: whether it is enabled, since when it fails, what signs")
  @APIResponseSchema(value = WebhookView.class, responseCode = "200")
  @APIResponse(responseCode = "404", description = "WEBHOOK_NOT_FOUND")
  public Response get(UUID webhookId) {
    return call.read(
        () -> {
          EndpointRow row = endpoints.require(webhookId);
          return call.answer(Answer.ok(webhooks.view(row)).version(row.version));
        });
  }

  @PUT
  @Path("/{webhookId}")
  @Operation(
      operationId = "changeWebhook",
      summary = "Changes a webhook. One that is enabled again goes on where it stopped",
      description =
          "Deliveries that wait go on being tried, and changes since then are delivered. After more"
              + " than 30 days some are no longer there: missed tells which changes.")
  @APIResponseSchema(value = WebhookView.class, responseCode = "200")
  @APIResponse(responseCode = "404", description = "WEBHOOK_NOT_FOUND")
  @APIResponse(responseCode = "412", description = "STALE")
  @APIResponse(responseCode = "428", description = "IF_MATCH_REQUIRED")
  public Response change(UUID webhookId, @NotNull @Valid WebhookRequest request) {
    return call.write(
        request,
        () -> {
          EndpointRow row = endpoints.require(webhookId);
          call.requireMatch(row.version);
          webhooks.change(row, request);
          return Answer.ok(webhooks.view(row)).version(row.version);
        });
  }

  @DELETE
  @Path("/{webhookId}")
  @Operation(operationId = "deleteWebhook", summary = "Deletes a webhook, its secrets and its log")
  @APIResponse(responseCode = "204", description = "It is deleted.")
  @APIResponse(responseCode = "404", description = "WEBHOOK_NOT_FOUND")
  public Response delete(UUID webhookId) {
    return call.read(
        () -> {
          webhooks.delete(endpoints.requireAlone(webhookId));
          return Response.noContent().build();
        });
  }
}
