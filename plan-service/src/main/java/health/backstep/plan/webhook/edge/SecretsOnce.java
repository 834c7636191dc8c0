package health.backstep.plan.webhook.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.UUID;

/**
 * Opens a new secret on its way out. An answer is kept with its idempotency key, so that it can be
 * given again; what is kept there is sealed as in its own table.
 */
@ApplicationScoped
class SecretsOnce {

  private static final String SECRET = "secret";
  private static final String WEBHOOK_ID = "webhookId";

  private final SealedSecrets secrets;
  private final ObjectMapper json;

  SecretsOnce(SealedSecrets secrets, ObjectMapper json) {
    this.secrets = secrets;
    this.json = json;
  }

  /** In place of the secret, for an answer that is kept. */
  static String closed(byte[] sealed) {
    return Base64.getEncoder().encodeToString(sealed);
  }

  /** The answer as its caller gets it; one without a secret stays as it is. */
  Response open(String tenant, Response answer) {
    try {
      if (answer.getEntity() instanceof String text
          && json.readTree(text) instanceof ObjectNode body
          && body.hasNonNull(SECRET)) {
        UUID endpointId = UUID.fromString(body.get(WEBHOOK_ID).textValue());
        byte[] sealed = Base64.getDecoder().decode(body.get(SECRET).textValue());
        body.put(SECRET, secrets.open(tenant, endpointId, sealed).text());
        return Response.fromResponse(answer).entity(json.writeValueAsString(body)).build();
      }
      return answer;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer is no JSON", e);
    }
  }
}
