package health.backstep.security.canary.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;

/**
 * A place in a JSON document.
 *
 * @param steps names, and 0 for the first of a list
 */
record Leaf(List<String> steps) {

  private static final String FIRST = "0";

  static Leaf at(String pointer) {
    return new Leaf(Arrays.stream(pointer.split("/", -1)).skip(1).toList());
  }

  /** Puts a text there and makes what is missing above it. */
  void set(JsonNode document, String text) {
    JsonNode holder = document;
    for (int step = 0; step < steps.size() - 1; step++) {
      holder = inside(holder, steps.get(step), steps.get(step + 1).equals(FIRST));
    }
    switch (holder) {
      case ObjectNode object -> object.put(steps.getLast(), text);
      case ArrayNode list -> {
        list.removeAll();
        list.add(text);
      }
      default -> throw new IllegalStateException("nothing fits into " + holder);
    }
  }

  /** What stands under that name; made anew unless it is of the kind that is needed. */
  private static JsonNode inside(JsonNode holder, String name, boolean list) {
    JsonNode there = name.equals(FIRST) ? holder.path(0) : holder.path(name);
    if (list ? there.isArray() : there.isObject()) {
      return there;
    }
    return switch (holder) {
      case ObjectNode object -> list ? object.putArray(name) : object.putObject(name);
      case ArrayNode array -> {
        array.removeAll();
        yield list ? array.addArray() : array.addObject();
      }
      default -> throw new IllegalStateException("nothing fits into " + holder);
    };
  }
}
