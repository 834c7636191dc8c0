package health.backstep.backbone.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;

/**
 * Examples of bodies, from {@code examples/<operationId>.json}: what is asked under {@code
 * request}, what is answered under its status. A call without a file gets one composed from its
 * schemas.
 */
final class Examples {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FIRST_ERROR = "400";

  private Examples() {}

  static Examples ofThisService() {
    return new Examples();
  }

  /** A tree as maps, lists and plain values. */
  static Object plain(JsonNode tree) {
    return JSON.convertValue(tree, Object.class);
  }

  void apply(OpenAPI api) {
    Schemas.operations(api).forEach(call -> apply(api, call));
  }

  private static void apply(OpenAPI api, Operation call) {
    Optional<JsonNode> written = Resources.find("examples/" + call.getOperationId() + ".json");
    Composed composed = new Composed(Schemas.named(api));
    if (call.getRequestBody() != null) {
      add(call.getRequestBody().getContent(), written.map(file -> file.get("request")), composed);
    }
    for (Map.Entry<String, ?> status : call.getResponses().getAPIResponses().entrySet()) {
      if (status.getKey().compareTo(FIRST_ERROR) < 0) {
        Content content = call.getResponses().getAPIResponse(status.getKey()).getContent();
        add(content, written.map(file -> file.get(status.getKey())), composed);
      }
    }
  }

  private static void add(Content content, Optional<JsonNode> written, Composed composed) {
    Schemas.media(content)
        .filter(media -> media.getExample() == null && media.getExamples() == null)
        .filter(media -> media.getSchema() != null)
        .forEach(
            media ->
                media.setExample(
                    written.map(Examples::plain).orElseGet(() -> composed.of(media.getSchema()))));
  }
}
