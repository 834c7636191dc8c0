package health.backstep.backbone.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Examples of bodies, from {@code examples/<operationId>.json}: what is asked under {@code
 * request}, what is answered under its status. Nothing is made up for a call without a file: the
 * documents' check names it.
 */
final class Examples {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What stands where bytes cannot be written down. */
  private static final String A_FILE = "The bytes of the file.";

  private Examples() {}

  static void apply(OpenAPI api) {
    Schemas.operations(api)
        .forEach(
            call ->
                Resources.find("examples/" + call.getOperationId() + ".json")
                    .ifPresent(written -> apply(call, written)));
  }

  /** A tree as maps, lists and plain values. */
  static Object plain(JsonNode tree) {
    return JSON.convertValue(tree, Object.class);
  }

  private static void apply(Operation call, JsonNode written) {
    if (call.getRequestBody() != null) {
      set(call.getRequestBody().getContent(), written.path("request"));
    }
    for (Map.Entry<String, APIResponse> answer : call.getResponses().getAPIResponses().entrySet()) {
      set(answer.getValue().getContent(), written.path(answer.getKey()));
    }
  }

  private static void set(Content content, JsonNode written) {
    if (!written.isMissingNode()) {
      Schemas.media(content)
          .filter(media -> media.getExamples() == null)
          .forEach(media -> media.setExample(isFile(media) ? A_FILE : plain(written)));
    }
  }

  private static boolean isFile(MediaType media) {
    return "binary".equals(media.getSchema().getFormat());
  }
}
