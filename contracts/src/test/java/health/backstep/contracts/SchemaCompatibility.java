package health.backstep.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a changed schema still keeps what its release promised: new readers read every old
 * payload, and old readers read every new one. Only words, new optional properties and new enum
 * values (old readers take them for UNKNOWN) leave both true; whatever else differs is a break.
 */
final class SchemaCompatibility {

  private static final String UNIT = "x-unit";

  private static final Set<String> SAY_NOTHING_ABOUT_VALUES =
      Set.of("title", "description", "examples", "default", "$comment", "$schema", "$id", "$defs");

  private static final Set<String> COMPARED_BY_PART =
      Set.of("properties", "required", "type", "enum", "items", UNIT);

  private final List<Break> breaks = new ArrayList<>();

  private SchemaCompatibility() {}

  /**
   * A promise that is broken.
   *
   * @param pointer JSON pointer into the schema
   */
  record Break(String pointer, String problem) {}

  /** Incompatible changes between two schemas without references; empty when there is none. */
  static List<Break> breaks(JsonNode released, JsonNode current) {
    SchemaCompatibility comparison = new SchemaCompatibility();
    comparison.compare("", released, current);
    return List.copyOf(comparison.breaks);
  }

  private void compare(String at, JsonNode released, JsonNode current) {
    compareProperties(at + "/properties", released.path("properties"), current.path("properties"));
    compareRequired(at + "/required", released.path("required"), current.path("required"));
    compareType(at + "/type", released.path("type"), current.path("type"));
    compareEnum(at + "/enum", released.path("enum"), current.path("enum"));
    compareItems(at + "/items", released.path("items"), current.path("items"));
    compareUnit(at + "/" + UNIT, released.path(UNIT), current.path(UNIT));
    compareOtherKeywords(at, released, current);
  }

  private void compareProperties(String at, JsonNode released, JsonNode current) {
    released
        .properties()
        .forEach(
            property -> {
              String name = property.getKey();
              String pointer = at + "/" + name.replace("~", "~0").replace("/", "~1");
              if (current.has(name)) {
                compare(pointer, property.getValue(), current.get(name));
              } else {
                report(pointer, "property removed");
              }
            });
  }

  private void compareRequired(String at, JsonNode released, JsonNode current) {
    minus(current, released).forEach(name -> report(at, name + " is newly required"));
    minus(released, current).forEach(name -> report(at, name + " is no longer always there"));
  }

  private void compareType(String at, JsonNode released, JsonNode current) {
    if (released.isMissingNode() != current.isMissingNode()) {
      report(at, current.isMissingNode() ? "type widened to any" : "type narrowed from any");
      return;
    }
    minus(released, current).forEach(type -> report(at, "type narrowed: " + type + " is gone"));
    minus(current, released).forEach(type -> report(at, "type widened: " + type + " is new"));
  }

  private void compareEnum(String at, JsonNode released, JsonNode current) {
    if (released.isMissingNode() != current.isMissingNode()) {
      report(at, current.isMissingNode() ? "enum widened to any value" : "narrowed to an enum");
      return;
    }
    minus(released, current).forEach(value -> report(at, "enum value " + value + " removed"));
  }

  private void compareItems(String at, JsonNode released, JsonNode current) {
    if (released.isMissingNode() != current.isMissingNode()) {
      report(at, current.isMissingNode() ? "items widened to anything" : "items narrowed");
    } else if (!released.isMissingNode()) {
      compare(at, released, current);
    }
  }

  /** To name a unit where none was named says more; another unit gives old numbers a new sense. */
  private void compareUnit(String at, JsonNode released, JsonNode current) {
    if (!released.isMissingNode() && !released.equals(current)) {
      report(at, "unit changed from " + released.asText() + " to " + current.asText("none"));
    }
  }

  private void compareOtherKeywords(String at, JsonNode released, JsonNode current) {
    Set<String> keywords = new TreeSet<>();
    released.fieldNames().forEachRemaining(keywords::add);
    current.fieldNames().forEachRemaining(keywords::add);
    keywords.removeAll(SAY_NOTHING_ABOUT_VALUES);
    keywords.removeAll(COMPARED_BY_PART);
    keywords.stream()
        .filter(keyword -> !released.path(keyword).equals(current.path(keyword)))
        .forEach(
            keyword ->
                report(
                    at + "/" + keyword,
                    "changed from " + shown(released, keyword) + " to " + shown(current, keyword)));
  }

  private static String shown(JsonNode schema, String keyword) {
    return schema.has(keyword) ? schema.get(keyword).toString() : "none";
  }

  private static Set<String> minus(JsonNode some, JsonNode others) {
    Set<String> rest = values(some);
    rest.removeAll(values(others));
    return rest;
  }

  /** The elements of an array, or the one value that stands for an array of one. */
  private static Set<String> values(JsonNode node) {
    Set<String> values = new TreeSet<>();
    if (node.isArray()) {
      node.forEach(element -> values.add(element.asText()));
    } else if (!node.isMissingNode()) {
      values.add(node.asText());
    }
    return values;
  }

  private void report(String pointer, String problem) {
    breaks.add(new Break(pointer, problem));
  }
}
