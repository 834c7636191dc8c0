package health.backstep.security.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which properties bodies have: those that are described, and those that are sent. */
final class Bodies {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String END_OF_HEADERS = "\r\n\r\n";

  /** Deeper than any body that is described; some are sent that are nested without end. */
  private static final int DEEPEST = 20;

  private Bodies() {}

  /** The body of a request as far as it is JSON. */
  static Optional<JsonNode> body(Shot shot) {
    String text = new String(shot.bytes(), StandardCharsets.UTF_8);
    try {
      return Optional.of(JSON.readTree(text.substring(text.indexOf(END_OF_HEADERS) + 4)));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Adds the place of each property, that of a list's items without a number. */
  static void properties(Shot shot, JsonNode body, Set<String> into) {
    properties(shot.operation().id() + " ", body, DEEPEST, into);
  }

  private static void properties(String at, JsonNode value, int deeper, Set<String> into) {
    if (deeper == 0) {
      return;
    }
    for (Map.Entry<String, JsonNode> each : value.properties()) {
      into.add(at + "/" + each.getKey());
      properties(at + "/" + each.getKey(), each.getValue(), deeper - 1, into);
    }
    if (value.isArray()) {
      value.forEach(item -> properties(at, item, deeper - 1, into));
    }
  }

  /** The places of all properties that an operation's document describes. */
  static Set<String> described(Described operation) {
    Set<String> places = new HashSet<>();
    described(operation.operation().id() + " ", operation.body(), operation.schemas(), places);
    return places;
  }

  private static void described(String at, JsonNode written, Schemas schemas, Set<String> into) {
    for (JsonNode schema : schemas.all(written)) {
      schema
          .path("properties")
          .properties()
          .forEach(
              each -> {
                into.add(at + "/" + each.getKey());
                described(at + "/" + each.getKey(), each.getValue(), schemas, into);
              });
      if (schema.has("items")) {
        described(at, schema.path("items"), schemas, into);
      }
    }
  }
}
