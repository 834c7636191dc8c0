package health.backstep.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The headers that the AsyncAPI document declares, for the tests of producers: a record has those
 * that are required, each with a value that fits, and none that is not declared.
 */
public final class EventHeaders {

  private static final ObjectMapper JSON = new ObjectMapper();

  private EventHeaders() {}

  /** What the contract has against the headers of a record of this type; empty when nothing. */
  public static List<String> faults(String type, Map<String, String> headers) {
    return EventSchemas.faults(
        EventSchemas.schema(schema(type).toString()),
        JSON.valueToTree(headers).toString().getBytes(StandardCharsets.UTF_8));
  }

  /** What all events share and what this type adds, as one closed schema. */
  private static JsonNode schema(String type) {
    AsyncApi contract = AsyncApi.fromContract();
    JsonNode own =
        contract.events().stream()
            .filter(message -> message.path("name").asText().equals(type))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("the contract has no event " + type))
            .at("/headers/allOf/1/properties");
    ObjectNode schema = contract.at("#/components/schemas/eventHeaders").deepCopy();
    ObjectNode properties = schema.withObject("/properties");
    own.properties().forEach(header -> properties.set(header.getKey(), header.getValue()));
    return schema.put("additionalProperties", false);
  }
}
