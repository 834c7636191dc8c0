package health.backstep.contracts.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.backstep.contracts.AsyncApi;
import health.backstep.contracts.AsyncApi.Operation;
import health.backstep.contracts.EventSchemas;
import health.backstep.contracts.SchemaFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What there is to know about one type of event. */
final class EventChapter {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String ANY_PATIENT = "01a1f7f8-0001-7000-8000-000000001eef";
  private static final Map<String, String> SAMPLE_HEADERS = new LinkedHashMap<>();

  static {
    SAMPLE_HEADERS.put("ce_id", "019a9f60-1f4b-7d3e-9a61-5b0c7e2d4f18");
    SAMPLE_HEADERS.put("ce_time", "2026-11-21T07:12:31.482913Z");
    SAMPLE_HEADERS.put("ce_tenant", "north-clinic");
    SAMPLE_HEADERS.put("ce_sequence", "17");
    SAMPLE_HEADERS.put("ce_causationid", "019a9f60-1e02-7c55-8f3d-2a9b6c1d7e40");
    SAMPLE_HEADERS.put("ce_correlationid", "019a9f60-1e02-7c55-8f3d-2a9b6c1d7e40");
    SAMPLE_HEADERS.put("ce_traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
  }

  private final AsyncApi contract;
  private final String topic;
  private final JsonNode message;
  private final String type;

  EventChapter(AsyncApi contract, String topic, JsonNode message) {
    this.contract = contract;
    this.topic = topic;
    this.message = message;
    this.type = message.path("name").asText();
  }

  String text() {
    return """
        ### %s

        %s

        Sent by %s on `%s`. %s

        %s
        <details><summary>A whole record</summary>

        ```
        %s
        %s
        ```

        </details>
        """
        .formatted(
            type,
            message.path("summary").asText(),
            who(true),
            topic,
            receivers(),
            Fields.of(SchemaFile.inlined(SchemaFile.CURRENT, type)),
            headers(),
            payload());
  }

  private String receivers() {
    String receivers = who(false);
    return receivers.isEmpty() ? "No service of Backstep uses it." : "Used by " + receivers + ".";
  }

  private String who(boolean sends) {
    return contract.operations().stream()
        .filter(operation -> operation.topic().equals(topic) && operation.sends() == sends)
        .filter(operation -> operation.types().contains(type))
        .map(Operation::service)
        .collect(Collectors.joining(" and "));
  }

  /** Every header of the contract, so that none is forgotten here when one is added. */
  private String headers() {
    return "key: "
        + patient()
        + "\n"
        + contract.at("#/components/schemas/eventHeaders").path("properties").properties().stream()
            .map(header -> header.getKey() + ": " + header(header.getKey(), header.getValue()))
            .collect(Collectors.joining("\n"));
  }

  /** A payload that does not name the patient leaves that to the key. */
  private String patient() {
    return example().path("patientId").asText(ANY_PATIENT);
  }

  private String header(String name, JsonNode schema) {
    JsonNode own = message.at("/headers/allOf/1/properties/" + name);
    if (own.has("const")) {
      return own.path("const").asText();
    }
    if (schema.has("const")) {
      return schema.path("const").asText();
    }
    String sample = name.equals("ce_subject") ? patient() : SAMPLE_HEADERS.getOrDefault(name, "");
    if (sample.isEmpty()) {
      throw new IllegalStateException("give a sample of the header " + name);
    }
    return sample;
  }

  /** Long lists are cut after their first element. */
  private String payload() {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(shortened(example()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode shortened(JsonNode payload) {
    for (String list : List.of("items", "decisions", "exercises")) {
      if (payload.path(list).size() > 1) {
        JsonNode first = payload.path(list).get(0);
        ((ObjectNode) payload).putArray(list).add(first);
      }
    }
    return payload;
  }

  private JsonNode example() {
    try {
      return JSON.readTree(EventSchemas.example(type, "full"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
