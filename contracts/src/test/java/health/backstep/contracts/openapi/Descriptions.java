package health.backstep.contracts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;

/** Every schema and every field says in words what it is. */
final class Descriptions {

  /** A name said again is no description. */
  private static final int SHORTEST = 6;

  private final List<String> findings = new ArrayList<>();

  private Descriptions() {}

  static List<String> findings(JsonNode document) {
    Descriptions descriptions = new Descriptions();
    for (Entry<String, JsonNode> schema : document.at("/components/schemas").properties()) {
      String at = "schema " + schema.getKey();
      descriptions.said(at, schema.getValue());
      descriptions.fields(at, schema.getValue());
    }
    return descriptions.findings;
  }

  private void fields(String at, JsonNode schema) {
    for (Entry<String, JsonNode> field : schema.path("properties").properties()) {
      String place = at + "." + field.getKey();
      said(place, field.getValue());
      fields(place, field.getValue());
    }
    Set.of("allOf", "oneOf", "anyOf")
        .forEach(parts -> schema.path(parts).forEach(p -> fields(at, p)));
    if (schema.has("items")) {
      fields(at + "[]", schema.get("items"));
    }
  }

  private void said(String at, JsonNode schema) {
    if (schema.path("description").asText().strip().length() < SHORTEST) {
      findings.add(at + ": description is missing");
    }
  }
}
