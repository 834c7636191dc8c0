package health.backstep.security.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Values that a schema allows, in all their variety. */
final class Values {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX");
  private static final int MOST_ITEMS = 4;
  private static final int MINUTES_OF_3_DAYS = 4_320;
  private static final int TEXT = 40;

  private final Schemas schemas;
  private final Map<String, String> known;

  /**
   * @param known what a property of that name holds, such as ids of things that exist
   */
  Values(Schemas schemas, Map<String, String> known) {
    this.schemas = schemas;
    this.known = known;
  }

  /** A value as the schema describes it. */
  JsonNode valid(JsonNode schema, RandomGenerator random) {
    return valid("", schema, random);
  }

  private JsonNode valid(String name, JsonNode schema, RandomGenerator random) {
    JsonNode resolved = schemas.resolved(schema, random);
    if (resolved.has("enum")) {
      return resolved.path("enum").path(random.nextInt(resolved.path("enum").size()));
    }
    return switch (Schemas.type(resolved)) {
      case "object" -> object(resolved, random);
      case "array" -> array(name, resolved, random);
      case "integer" -> NODES.numberNode(number(resolved, random));
      case "number" -> NODES.numberNode(number(resolved, random) + 0.5);
      case "boolean" -> NODES.booleanNode(random.nextBoolean());
      case "string" -> NODES.textNode(text(name, resolved, random));
      default -> NODES.objectNode();
    };
  }

  private ObjectNode object(JsonNode schema, RandomGenerator random) {
    Set<String> required =
        StreamSupport.stream(schema.path("required").spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.toSet());
    ObjectNode made = NODES.objectNode();
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              if (required.contains(property.getKey()) || random.nextBoolean()) {
                made.set(property.getKey(), valid(property.getKey(), property.getValue(), random));
              }
            });
    return made;
  }

  private ArrayNode array(String name, JsonNode schema, RandomGenerator random) {
    ArrayNode made = NODES.arrayNode();
    int least = schema.path("minItems").asInt(0);
    int most = Math.min(least + MOST_ITEMS, schema.path("maxItems").asInt(MOST_ITEMS));
    int size = least + random.nextInt(Math.max(1, most - least + 1));
    for (int item = 0; item < size; item++) {
      made.add(valid(name, schema.path("items"), random));
    }
    return made;
  }

  private static long number(JsonNode schema, RandomGenerator random) {
    long least = schema.path("minimum").asLong(0);
    long most = schema.path("maximum").asLong(least + 100);
    return most > least ? random.nextLong(least, most) : least;
  }

  private String text(String name, JsonNode schema, RandomGenerator random) {
    if (known.containsKey(name)) {
      return known.get(name);
    }
    return switch (schema.path("format").asText()) {
      case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
      case "date-time" -> written(moment(random));
      case "date" -> moment(random).toLocalDate().toString();
      case "uri" -> "http://127.0.0.1:65000/" + random.nextInt(1_000);
      default -> "x".repeat(1 + random.nextInt(schema.path("maxLength").asInt(TEXT)));
    };
  }

  /** Always in the same length. */
  static String written(OffsetDateTime moment) {
    return MILLIS.format(moment);
  }

  /** In the last three days. */
  private static OffsetDateTime moment(RandomGenerator random) {
    return OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(random.nextInt(MINUTES_OF_3_DAYS));
  }
}
