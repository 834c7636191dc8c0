package health.backstep.contracts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;

/** Every body has an example, and every example is what its schema says. */
final class ApiExamples {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  private final JsonNode document;
  private final List<String> findings = new ArrayList<>();

  private ApiExamples(JsonNode document) {
    this.document = document;
  }

  static List<String> findings(JsonNode document) {
    ApiExamples examples = new ApiExamples(document);
    ApiStyle.calls(
        document,
        call -> {
          examples.look(call.at() + " request", call.operation().at("/requestBody/content"));
          call.operation()
              .path("responses")
              .properties()
              .forEach(
                  answer ->
                      examples.look(
                          call.at() + " " + answer.getKey(), answer.getValue().path("content")));
        });
    document
        .at("/components/responses")
        .properties()
        .forEach(answer -> examples.look(answer.getKey(), answer.getValue().path("content")));
    return examples.findings;
  }

  private void look(String at, JsonNode content) {
    content.properties().stream()
        .filter(media -> media.getKey().endsWith("json"))
        .forEach(
            media -> {
              if (media.getValue().has("example")) {
                faults(media.getValue().path("schema"), media.getValue().get("example"))
                    .forEach(fault -> findings.add(at + " example: " + fault));
              } else {
                findings.add(at + ": example is missing");
              }
            });
  }

  private List<String> faults(JsonNode schema, JsonNode example) {
    ObjectNode whole = JSON.createObjectNode();
    whole.set("components", document.path("components"));
    whole.setAll((ObjectNode) schema.deepCopy());
    Schema checked = REGISTRY.getSchema(whole.toString(), InputFormat.JSON);
    return checked.validate(example.toString(), InputFormat.JSON).stream()
        .map(fault -> fault.getInstanceLocation() + ": " + fault.getMessage())
        .toList();
  }
}
