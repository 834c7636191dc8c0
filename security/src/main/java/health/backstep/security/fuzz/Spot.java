package health.backstep.security.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A place in a body.
 *
 * @param parent an object or an array
 * @param name of the field; empty in an array
 * @param index in an array
 * @param schema of what stands there; missing when it is not described
 */
record Spot(ContainerNode<?> parent, String name, int index, JsonNode schema) {

  /** All places within, those of a deeper level after those of a higher one. */
  static List<Spot> in(JsonNode tree, JsonNode schema, Schemas schemas) {
    List<Spot> spots = new ArrayList<>();
    if (tree instanceof ObjectNode object) {
      object
          .fieldNames()
          .forEachRemaining(
              name -> spots.add(new Spot(object, name, -1, schemas.property(schema, name))));
    } else if (tree instanceof ArrayNode array) {
      for (int item = 0; item < array.size(); item++) {
        spots.add(new Spot(array, "", item, schemas.items(schema)));
      }
    }
    for (Spot spot : List.copyOf(spots)) {
      spots.addAll(in(spot.value(), spot.schema(), schemas));
    }
    return spots;
  }

  JsonNode value() {
    return parent instanceof ObjectNode object ? object.get(name) : parent.get(index);
  }

  void put(JsonNode value) {
    switch (parent) {
      case ObjectNode object -> object.set(name, value);
      case ArrayNode array -> array.set(index, value);
      default -> throw new IllegalStateException("neither an object nor an array");
    }
  }

  void remove() {
    switch (parent) {
      case ObjectNode object -> object.remove(name);
      case ArrayNode array -> array.remove(index);
      default -> throw new IllegalStateException("neither an object nor an array");
    }
  }
}
