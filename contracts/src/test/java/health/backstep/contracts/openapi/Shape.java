package health.backstep.contracts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A schema as a caller meets it: references followed, "or null" as a type, what it is composed of
 * as its own fields.
 *
 * @param document in which references are looked up
 * @param name of the component; empty when it stands where it is used
 */
record Shape(JsonNode document, Optional<String> name, JsonNode schema, boolean orNull) {

  static Shape of(JsonNode document, JsonNode schema) {
    return of(document, schema, false);
  }

  private static Shape of(JsonNode document, JsonNode schema, boolean orNull) {
    if (schema.has("$ref")) {
      String target = schema.get("$ref").asText();
      String name = target.substring(target.lastIndexOf('/') + 1);
      return new Shape(document, Optional.of(name), document.at(target.substring(1)), orNull);
    }
    JsonNode choices = schema.path("oneOf");
    boolean nullable = choices.size() == 2 && choices.get(1).path("type").asText().equals("null");
    return nullable
        ? of(document, choices.get(0), true)
        : new Shape(document, Optional.empty(), schema, orNull);
  }

  Shape within(JsonNode part) {
    return of(document, part);
  }

  Set<String> types() {
    Set<String> types = texts(schema.path("type"));
    if (orNull) {
      types.add("null");
    }
    return types;
  }

  Set<String> values() {
    return texts(schema.path("enum"));
  }

  Set<String> required() {
    Set<String> required = texts(schema.path("required"));
    parts().forEach(part -> required.addAll(part.required()));
    return required;
  }

  Map<String, JsonNode> properties() {
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    parts().forEach(part -> properties.putAll(part.properties()));
    schema.path("properties").properties().forEach(p -> properties.put(p.getKey(), p.getValue()));
    return properties;
  }

  /** The alternatives, by name. */
  Set<String> choices() {
    Set<String> choices = new TreeSet<>();
    schema.path("oneOf").forEach(choice -> choices.add(within(choice).name().orElse("")));
    return choices;
  }

  private Stream<Shape> parts() {
    return schema.path("allOf").valueStream().map(this::within);
  }

  static Set<String> texts(JsonNode node) {
    Set<String> texts = new TreeSet<>();
    if (node.isArray()) {
      node.forEach(element -> texts.add(element.asText()));
    } else if (!node.isMissingNode()) {
      texts.add(node.asText());
    }
    return texts;
  }
}
