package health.backstep.security.fuzz.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import health.backstep.security.fuzz.Described;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Whether bodies are what the documents promise. */
final class AnswerSchemas {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final Map<String, Optional<Schema>> made = new ConcurrentHashMap<>();

  /** What differs from the document, place by place; nothing where it names no schema. */
  List<String> faults(Described described, int status, String body) {
    String key = described.operation() + " " + status;
    return made.computeIfAbsent(key, _ -> schema(described, status)).stream()
        .flatMap(schema -> schema.validate(body, InputFormat.JSON).stream())
        .map(fault -> fault.getInstanceLocation() + " " + fault.getKeyword())
        .toList();
  }

  private static Optional<Schema> schema(Described described, int status) {
    JsonNode schema =
        described
            .answers()
            .path(Integer.toString(status))
            .path("content")
            .path("application/json")
            .path("schema");
    if (schema.isMissingNode()) {
      return Optional.empty();
    }
    ObjectNode whole = JSON.createObjectNode();
    whole.set("components", described.document().path("components"));
    whole.setAll((ObjectNode) schema.deepCopy());
    return Optional.of(REGISTRY.getSchema(whole.toString(), InputFormat.JSON));
  }
}
