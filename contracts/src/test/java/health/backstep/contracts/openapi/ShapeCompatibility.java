package health.backstep.contracts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import health.backstep.contracts.openapi.ApiCompatibility.Break;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whether callers can go on with a changed schema. What they send must still be taken, so a request
 * may only ask for less; what they read must still be there, so an answer may only say more. New
 * values of an enumeration are announced as harmless: clients take unknown ones.
 */
final class ShapeCompatibility {

  private static final Set<String> UPPER_BOUNDS = Set.of("maximum", "maxLength", "maxItems");
  private static final Set<String> LOWER_BOUNDS = Set.of("minimum", "minLength", "minItems");

  private final boolean request;
  private final List<Break> breaks = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private ShapeCompatibility(boolean request) {
    this.request = request;
  }

  static List<Break> ofRequest(String at, Shape released, Shape current) {
    return compared(new ShapeCompatibility(true), at, released, current);
  }

  static List<Break> ofAnswer(String at, Shape released, Shape current) {
    return compared(new ShapeCompatibility(false), at, released, current);
  }

  private static List<Break> compared(
      ShapeCompatibility comparison, String at, Shape released, Shape current) {
    comparison.compare(at, released, current);
    return comparison.breaks;
  }

  private void compare(String at, Shape released, Shape current) {
    if (!seen.add(released.name().orElse(at) + " " + current.name().orElse(at))) {
      return;
    }
    released
        .name()
        .filter(name -> !current.name().orElse("").equals(name))
        .ifPresent(name -> report(at, "schema is no longer called " + name));
    types(at, released.types(), current.types());
    values(at, released.values(), current.values());
    choices(at, released.choices(), current.choices());
    properties(at, released, current);
    required(at, released, current);
    bounds(at, released.schema(), current.schema());
    if (released.schema().has("items")) {
      compare(
          at + "/items",
          released.within(released.schema().get("items")),
          current.within(current.schema().path("items")));
    }
  }

  private void types(String at, Set<String> released, Set<String> current) {
    minus(released, current)
        .filter(type -> request || !type.equals("null"))
        .forEach(type -> report(at, "type " + type + " is gone"));
    minus(current, released)
        .filter(type -> !request || released.isEmpty())
        .forEach(type -> report(at, "type " + type + " is new"));
  }

  private void values(String at, Set<String> released, Set<String> current) {
    if (released.isEmpty() && !current.isEmpty()) {
      report(at, "narrowed to named values");
    }
    minus(released, current).forEach(value -> report(at, "value " + value + " is gone"));
  }

  private void choices(String at, Set<String> released, Set<String> current) {
    minus(released, current).forEach(choice -> report(at, "choice " + choice + " is gone"));
    minus(current, released)
        .filter(choice -> !request)
        .forEach(choice -> report(at, "choice " + choice + " is new"));
  }

  private void properties(String at, Shape released, Shape current) {
    Map<String, JsonNode> now = current.properties();
    released
        .properties()
        .forEach(
            (name, schema) -> {
              if (now.containsKey(name)) {
                compare(at + "/" + name, released.within(schema), current.within(now.get(name)));
              } else {
                report(at + "/" + name, "field is gone");
              }
            });
  }

  private void required(String at, Shape released, Shape current) {
    if (request) {
      minus(current.required(), released.required())
          .forEach(name -> report(at + "/" + name, "field is newly required"));
    } else {
      minus(released.required(), current.required())
          .forEach(name -> report(at + "/" + name, "field is no longer always there"));
    }
  }

  /** An answer's bounds tell readers what to be ready for; a request's, what they may send. */
  private void bounds(String at, JsonNode released, JsonNode current) {
    UPPER_BOUNDS.forEach(bound -> upper(at, bound, released, current));
    LOWER_BOUNDS.forEach(bound -> lower(at, bound, released, current));
    differs(at, "format", released, current);
    if (request) {
      differs(at, "pattern", released, current);
      differs(at, "uniqueItems", released, current);
    }
  }

  private void upper(String at, String bound, JsonNode released, JsonNode current) {
    double before = released.path(bound).asDouble(Double.POSITIVE_INFINITY);
    double now = current.path(bound).asDouble(Double.POSITIVE_INFINITY);
    if (request ? now < before : now > before) {
      report(at, bound + " changed from " + before + " to " + now);
    }
  }

  private void lower(String at, String bound, JsonNode released, JsonNode current) {
    double before = released.path(bound).asDouble(Double.NEGATIVE_INFINITY);
    double now = current.path(bound).asDouble(Double.NEGATIVE_INFINITY);
    if (request ? now > before : now < before) {
      report(at, bound + " changed from " + before + " to " + now);
    }
  }

  private void differs(String at, String keyword, JsonNode released, JsonNode current) {
    boolean dropped = request && !current.has(keyword) && !keyword.equals("format");
    if (!released.path(keyword).equals(current.path(keyword)) && !dropped) {
      report(at, keyword + " changed");
    }
  }

  private static Stream<String> minus(Set<String> some, Set<String> others) {
    Set<String> rest = new TreeSet<>(some);
    rest.removeAll(others);
    return rest.stream();
  }

  private void report(String at, String problem) {
    breaks.add(new Break(at, problem));
  }
}
