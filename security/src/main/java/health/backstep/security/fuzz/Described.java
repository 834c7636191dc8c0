package health.backstep.security.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import health.backstep.security.authz.Operation;
import java.util.List;

/**
 * An operation and what its document says of requests.
 *
 * @param query parameters of the query, as the document has them
 * @param body schema of the body; missing for none
 * @param answers by status
 */
public record Described(
    Operation operation, Schemas schemas, List<JsonNode> query, JsonNode body, JsonNode answers) {

  public Described {
    query = List.copyOf(query);
  }

  boolean hasBody() {
    return !body.isMissingNode();
  }

  /** The document that it stands in. */
  public JsonNode document() {
    return schemas.document();
  }
}
