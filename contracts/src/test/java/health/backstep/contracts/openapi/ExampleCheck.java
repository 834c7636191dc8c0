package health.backstep.contracts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether an example is what its schema says, all the way down, and made of values that could be.
 *
 * @param document in which references are looked up
 */
record ExampleCheck(JsonNode document) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\s*|(?i:text|string|value|foo|bar|baz|lorem.*|todo|tbd|\\.\\.\\.|<.*>)");
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  /** What is wrong with it, place by place. */
  Stream<String> faults(JsonNode schema, JsonNode example) {
    ObjectNode whole = JSON.createObjectNode();
    whole.set("components", document.path("components"));
    whole.setAll((ObjectNode) schema.deepCopy());
    Schema checked = REGISTRY.getSchema(whole.toString(), InputFormat.JSON);
    return Stream.concat(
        checked.validate(example.toString(), InputFormat.JSON).stream()
            .map(fault -> fault.getInstanceLocation() + ": " + fault.getMessage()),
        placeholders("", example));
  }

  /** An empty text says nothing either, but a problem's pointer to the whole body is one. */
  private static Stream<String> placeholders(String at, JsonNode value) {
    if (value.isTextual() && PLACEHOLDER.matcher(value.asText()).matches()) {
      return at.endsWith("/pointer")
          ? Stream.empty()
          : Stream.of(at + ": '" + value.asText() + "' is a placeholder");
    }
    return value.isArray()
        ? value.valueStream().flatMap(item -> placeholders(at + "/-", item))
        : value.properties().stream()
            .flatMap(field -> placeholders(at + "/" + field.getKey(), field.getValue()));
  }
}
