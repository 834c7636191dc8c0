package health.backstep.security.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The schemas of a document, with its references followed.
 *
 * @param document an OpenAPI document
 */
record Schemas(JsonNode document) {

  private static final String REFERENCE = "$ref";
  private static final String ONE_OF = "oneOf";
  private static final String ALL_OF = "allOf";

  /** For parts of which there are no alternatives. */
  private static final RandomGenerator ANY = new SplittableRandom(0);

  /**
   * What a schema comes to: behind references, with all of its parts together, and of alternatives
   * any one that is not null.
   */
  JsonNode resolved(JsonNode schema, RandomGenerator random) {
    JsonNode at = schema;
    while (at.has(REFERENCE) || at.has(ONE_OF)) {
      at = at.has(REFERENCE) ? referred(at) : Mutation.any(alternatives(at), random);
    }
    return at.has(ALL_OF) ? together(at, random) : at;
  }

  /** Every one that a schema can come to. */
  List<JsonNode> all(JsonNode schema) {
    if (schema.has(REFERENCE)) {
      return all(referred(schema));
    }
    if (schema.has(ONE_OF)) {
      return alternatives(schema).stream().flatMap(each -> all(each).stream()).toList();
    }
    return List.of(schema.has(ALL_OF) ? together(schema, ANY) : schema);
  }

  /** What a property is described as, wherever one of its name is; missing when nowhere. */
  JsonNode property(JsonNode schema, String name) {
    return all(schema).stream()
        .map(each -> each.path("properties").path(name))
        .filter(found -> !found.isMissingNode())
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  JsonNode items(JsonNode schema) {
    return all(schema).stream()
        .map(each -> each.path("items"))
        .filter(found -> !found.isMissingNode())
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  /** The type that is not null; empty when the schema names none. */
  static String type(JsonNode resolved) {
    JsonNode type = resolved.path("type");
    if (!type.isArray()) {
      return type.asText();
    }
    return type.valueStream()
        .map(JsonNode::asText)
        .filter(name -> !name.equals("null"))
        .findFirst()
        .orElse("null");
  }

  private JsonNode referred(JsonNode schema) {
    return document.at(schema.path(REFERENCE).asText().substring(1));
  }

  private static List<JsonNode> alternatives(JsonNode schema) {
    return schema
        .path(ONE_OF)
        .valueStream()
        .filter(each -> !each.path("type").asText().equals("null"))
        .toList();
  }

  /** Properties and what is required of all parts; of all else the last word. */
  private JsonNode together(JsonNode schema, RandomGenerator random) {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    ArrayNode required = JsonNodeFactory.instance.arrayNode();
    for (JsonNode written : schema.path(ALL_OF)) {
      JsonNode part = resolved(written, random);
      part.properties().forEach(each -> whole.set(each.getKey(), each.getValue()));
      part.path("properties")
          .properties()
          .forEach(each -> properties.set(each.getKey(), each.getValue()));
      part.path("required").forEach(required::add);
    }
    whole.set("properties", properties);
    whole.set("required", required);
    return whole;
  }
}
