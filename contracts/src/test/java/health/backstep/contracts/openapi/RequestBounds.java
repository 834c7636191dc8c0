package health.backstep.contracts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whatever a caller can send has an end: texts, lists and numbers, and no field that nobody named.
 * Answers are left alone: a bound there would be a promise that nobody needs.
 */
final class RequestBounds {

  private final JsonNode document;
  private final List<String> findings = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private RequestBounds(JsonNode document) {
    this.document = document;
  }

  static List<String> findings(JsonNode document) {
    RequestBounds bounds = new RequestBounds(document);
    ApiStyle.calls(
        document,
        call -> {
          call.operation()
              .at("/requestBody/content")
              .properties()
              .forEach(
                  media -> bounds.look(call.at() + " request", media.getValue().path("schema")));
          call.operation()
              .path("parameters")
              .forEach(parameter -> bounds.parameter(call.at(), parameter));
        });
    return bounds.findings;
  }

  private void parameter(String at, JsonNode parameter) {
    JsonNode found =
        parameter.has("$ref")
            ? document.at(parameter.get("$ref").asText().substring(1))
            : parameter;
    look(at + " parameter " + found.path("name").asText(), found.path("schema"));
  }

  private void look(String at, JsonNode schema) {
    Shape shape = Shape.of(document, schema);
    if (shape.name().isPresent() && !seen.add(shape.name().get())) {
      return;
    }
    JsonNode own = shape.schema();
    if (shape.types().contains("string") && shape.values().isEmpty()) {
      rule(own.has("maxLength"), at, "a text without maxLength");
    }
    if (shape.types().contains("integer") || shape.types().contains("number")) {
      rule(own.has("maximum") || own.has("format"), at, "a number without maximum or format");
    }
    if (shape.types().contains("array")) {
      rule(own.has("maxItems"), at, "a list without maxItems");
      look(at + "/items", own.path("items"));
    }
    if (own.has("properties") && own.path("additionalProperties").asBoolean(true)) {
      rule(isExtended(shape), at, "takes fields that nobody named");
    }
    shape.properties().forEach((name, part) -> look(at + "/" + name, part));
    own.path("oneOf").forEach(choice -> look(at, choice));
  }

  private boolean isExtended(Shape shape) {
    return document.findValues("allOf").stream()
        .flatMap(JsonNode::valueStream)
        .anyMatch(
            part ->
                shape.name().stream()
                    .anyMatch(name -> part.path("$ref").asText().endsWith("/" + name)));
  }

  private void rule(boolean kept, String at, String problem) {
    if (!kept) {
      findings.add(at + ": " + problem);
    }
  }
}
