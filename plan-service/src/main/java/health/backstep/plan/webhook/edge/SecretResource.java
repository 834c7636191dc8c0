package health.backstep.plan.webhook.edge;

import health.backstep.backbone.rest.Answer;
import health.backstep.backbone.rest.Call;
import health.backstep.backbone.rest.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
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

/** What a webhook's messages are signed with. */
@Path("/v1/webhooks/{webhookId}/secrets")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("webhooks:manage")
@Tag(name = "Webhooks")
public class SecretResource {

  /** Stands for the body of a call that has none. */
  private static final String NO_BODY = "";

  private final Call call;
  private final Caller caller;
  private final EndpointRows endpoints;
  private final RotatingSecrets rotating;
  private final SecretsOnce secrets;

  SecretResource(
      Call call,
      Caller caller,
      EndpointRows endpoints,
      RotatingSecrets rotating,
      SecretsOnce secrets) {
    this.call = call;
    this.caller = caller;
    this.endpoints = endpoints;
    this.rotating = rotating;
    this.secrets = secrets;
  }

  @POST
  @Operation(
      operationId = "rotateWebhookSecret",
      summary = "Makes a new signing secret; those before it go on signing beside it for 24 hours")
  @APIResponseSchema(
      value = NewSecretView.class,
      responseCode = "201",
      responseDescription = "The new secret. Keep it: it is not shown again.")
  @APIResponse(responseCode = "404", description = "WEBHOOK_NOT_FOUND")
  @APIResponse(responseCode = "409", description = "TOO_MANY_SECRETS")
  public Response rotate(UUID webhookId) {
    return secrets.open(
        caller.tenant().name(),
        call.write(
            NO_BODY,
            () -> {
              NewSecretView made = rotating.rotate(endpoints.requireAlone(webhookId).id);
              String self = "/v1/webhooks/" + webhookId + "/secrets/" + made.secretId();
              return Answer.created(self, made);
            }));
  }

  @DELETE
  @Path("/{secretId}")
  @Operation(
      operationId = "deleteWebhookSecret",
      summary = "Ends a signing secret at once, before its time is over")
  @APIResponse(responseCode = "204", description = "It signs no more.")
  @APIResponse(responseCode = "404", description = "WEBHOOK_NOT_FOUND, SECRET_NOT_FOUND")
  @APIResponse(responseCode = "409", description = "LAST_SECRET")
  public Response delete(UUID webhookId, UUID secretId) {
    return call.read(
        () -> {
          rotating.end(endpoints.requireAlone(webhookId).id, secretId);
          return Response.noContent().build();
        });
  }
}
