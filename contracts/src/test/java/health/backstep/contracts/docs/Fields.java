package health.backstep.contracts.docs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fields of a payload as rows, with those of its parts below them: {@code pain.now}, {@code
 * exercises[].level}.
 */
final class Fields {

  private final Table table =
      new Table("field", "type", "unit, range or values", "there", "meaning");

  private Fields() {}

  /** For a schema without references. */
  static String of(JsonNode schema) {
    Fields fields = new Fields();
    fields.add("", schema);
    return fields.table.toString();
  }

  private void add(String prefix, JsonNode object) {
    Set<String> required =
        object.path("required").valueStream().map(JsonNode::asText).collect(Collectors.toSet());
    object
        .path("properties")
        .properties()
        .forEach(
            property ->
                add(
                    prefix + property.getKey(),
                    property.getValue(),
                    required.contains(property.getKey())));
  }

  private void add(String name, JsonNode schema, boolean required) {
    table.row(
        "`" + name + "`",
        type(schema),
        values(schema),
        required ? "always" : "optional",
        schema.path("description").asText());
    if (schema.path("type").asText().equals("array")) {
      JsonNode items = schema.path("items");
      if (items.has("properties")) {
        add(name + "[].", items);
      } else {
        add(name + "[]", items, true);
      }
    } else {
      add(name + ".", schema);
    }
  }

  private static String type(JsonNode schema) {
    List<String> types =
        schema.path("type").isArray()
            ? schema.path("type").valueStream().map(JsonNode::asText).toList()
            : List.of(schema.path("type").asText());
    String type = types.getFirst();
    String shown = schema.has("format") ? schema.get("format").asText() : type;
    return (schema.has("enum") ? "code" : shown) + (types.contains("null") ? " or null" : "");
  }

  private static String values(JsonNode schema) {
    if (schema.has("enum")) {
      return schema
          .path("enum")
          .valueStream()
          .filter(value -> !value.isNull())
          .map(value -> "`" + value.asText() + "`")
          .collect(Collectors.joining(" "));
    }
    if (schema.has("minimum")) {
      return schema.path("x-unit").asText() + ", " + range(schema, "minimum", "maximum");
    }
    if (schema.has("minItems")) {
      return "elements, " + range(schema, "minItems", "maxItems");
    }
    return schema.has("pattern") ? "`" + schema.get("pattern").asText() + "`" : "";
  }

  private static String range(JsonNode schema, String from, String to) {
    return schema.path(from).asText() + " to " + schema.path(to).asText();
  }
}
