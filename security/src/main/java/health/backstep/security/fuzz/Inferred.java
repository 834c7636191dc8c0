package health.backstep.security.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/** A schema that a value could have, where none is given. */
final class Inferred {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9_]+");

  private Inferred() {}

  static JsonNode schema(JsonNode value) {
    ObjectNode schema = NODES.objectNode();
    switch (value.getNodeType()) {
      case OBJECT -> {
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        value.properties().forEach(each -> properties.set(each.getKey(), schema(each.getValue())));
      }
      case ARRAY -> {
        schema.put("type", "array");
        schema.set("items", value.isEmpty() ? NODES.objectNode() : schema(value.get(0)));
      }
      case NUMBER -> schema.put("type", value.isIntegralNumber() ? "integer" : "number");
      case BOOLEAN -> schema.put("type", "boolean");
      case STRING -> text(schema.put("type", "string"), value.asText());
      default -> schema.put("type", "string");
    }
    return schema;
  }

  private static void text(ObjectNode schema, String text) {
    if (ID.matcher(text).matches()) {
      schema.put("format", "uuid");
    } else if (TIME.matcher(text).matches()) {
      schema.put("format", "date-time");
    } else if (DATE.matcher(text).matches()) {
      schema.put("format", "date");
    } else if (WORD.matcher(text).matches()) {
      schema.putArray("enum").add(text).add("UNKNOWN");
    }
  }
}
