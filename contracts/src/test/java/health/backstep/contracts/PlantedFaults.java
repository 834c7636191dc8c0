package health.backstep.contracts;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A valid payload with one thing made wrong, for every place where something can be made wrong. The
 * places come from the payload and not from the schema, so a schema that asks for nothing is found
 * out.
 */
final class PlantedFaults {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonNode valid;
  private final List<Planted> planted = new ArrayList<>();

  private PlantedFaults(byte[] valid) {
    try {
      this.valid = JSON.readTree(valid);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A payload that must be refused, and what is wrong with it. */
  record Planted(String what, byte[] payload) {}

  /** Each property left out in turn; the payload must hold only what is required. */
  static List<Planted> missing(byte[] minimal) {
    PlantedFaults faults = new PlantedFaults(minimal);
    faults.removeBelow(JsonPointer.empty(), faults.valid);
    return faults.planted;
  }

  /** Each value replaced in turn by one of another type, and by one that is out of its range. */
  static List<Planted> wrong(byte[] full) {
    PlantedFaults faults = new PlantedFaults(full);
    faults.replaceBelow(JsonPointer.empty(), faults.valid);
    return faults.planted;
  }

  /** One value replaced. */
  static byte[] with(byte[] payload, String pointer, JsonNode value) {
    PlantedFaults faults = new PlantedFaults(payload);
    faults.replace(JsonPointer.compile(pointer), value);
    return faults.planted.getFirst().payload();
  }

  private void removeBelow(JsonPointer at, JsonNode node) {
    node.properties()
        .forEach(
            field -> {
              JsonNode copy = valid.deepCopy();
              ((ObjectNode) copy.at(at)).remove(field.getKey());
              JsonPointer pointer = at.appendProperty(field.getKey());
              plant(pointer + " is missing", copy);
              removeBelow(pointer, field.getValue());
            });
    elements(node).forEach(index -> removeBelow(at.appendIndex(index), node.get(index)));
  }

  private void replaceBelow(JsonPointer at, JsonNode node) {
    wrongFor(node).forEach(wrong -> replace(at, wrong));
    node.properties()
        .forEach(field -> replaceBelow(at.appendProperty(field.getKey()), field.getValue()));
    elements(node).forEach(index -> replaceBelow(at.appendIndex(index), node.get(index)));
  }

  private static List<JsonNode> wrongFor(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT, ARRAY, NULL -> List.of(NODES.textNode("not expected!"), NODES.booleanNode(true));
      case NUMBER ->
          List.of(
              NODES.textNode(node.asText()),
              NODES.numberNode(1_000_000_000_000L),
              NODES.numberNode(-1_000_000),
              NODES.numberNode(0.5));
      case STRING ->
          List.of(NODES.textNode("not expected!"), NODES.textNode(""), NODES.numberNode(1));
      case BOOLEAN -> List.of(NODES.textNode(node.asText()), NODES.numberNode(1));
      default -> throw new IllegalArgumentException("no JSON value: " + node.getNodeType());
    };
  }

  private void replace(JsonPointer at, JsonNode value) {
    JsonNode copy = valid.deepCopy();
    if (at.matches()) {
      copy = value;
    } else if (copy.at(at.head()) instanceof ArrayNode array) {
      array.set(at.last().getMatchingIndex(), value);
    } else {
      ((ObjectNode) copy.at(at.head())).set(at.last().getMatchingProperty(), value);
    }
    plant(at + " is " + value, copy);
  }

  private static List<Integer> elements(JsonNode node) {
    return node.isArray() ? IntStream.range(0, node.size()).boxed().toList() : List.of();
  }

  private void plant(String what, JsonNode payload) {
    planted.add(new Planted(what, payload.toString().getBytes(StandardCharsets.UTF_8)));
  }
}
