package health.backstep.faults.check.invariant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What answers say. */
final class Bodies {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> PARTS_WITH_EVENTS = List.of("flare", "settledFlare", "redFlag");

  private Bodies() {}

  /** As JSON; missing when it is none. */
  static JsonNode read(String body) {
    try {
      return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /** The ids of the events that an answer names. */
  static List<String> events(JsonNode body) {
    return Stream.concat(
            text(body, "eventId").stream(),
            PARTS_WITH_EVENTS.stream().flatMap(part -> text(body.path(part), "eventId").stream()))
        .distinct()
        .toList();
  }

  static Optional<String> text(JsonNode node, String field) {
    return node.hasNonNull(field) ? Optional.of(node.path(field).asText()) : Optional.empty();
  }

  /** The number in an ETag such as {@code "3"}; 0 when it is none. */
  static long version(Optional<String> etag) {
    String digits = etag.orElse("").replace("\"", "");
    return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
  }
}
