package health.backstep.contracts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether programs that were written for a released document, or generated from it, go on working
 * with a changed one. The libraries for this overlook changed types in OpenAPI 3.1 documents.
 */
final class ApiCompatibility {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private final JsonNode released;
  private final JsonNode current;
  private final List<Break> breaks = new ArrayList<>();

  private ApiCompatibility(JsonNode released, JsonNode current) {
    this.released = released;
    this.current = current;
  }

  /**
   * A promise that is broken.
   *
   * @param at the call and the place in it
   */
  record Break(String at, String problem) {}

  /** Incompatible changes; empty when there is none. */
  static List<Break> breaks(JsonNode released, JsonNode current) {
    ApiCompatibility comparison = new ApiCompatibility(released, current);
    released
        .path("paths")
        .properties()
        .forEach(path -> comparison.path(path.getKey(), path.getValue()));
    return List.copyOf(comparison.breaks);
  }

  private void path(String path, JsonNode item) {
    item.properties().stream()
        .filter(method -> METHODS.contains(method.getKey()))
        .forEach(
            method -> {
              String at = method.getKey().toUpperCase(Locale.ROOT) + " " + path;
              JsonNode now = current.path("paths").path(path).path(method.getKey());
              if (now.isMissingNode()) {
                report(at, "call is gone");
              } else {
                call(at, method.getValue(), now);
              }
            });
  }

  private void call(String at, JsonNode before, JsonNode now) {
    if (!before.path("operationId").equals(now.path("operationId"))) {
      report(at, "operationId changed");
    }
    newScopes(at, before.path("security"), now.path("security"));
    parameters(at, before.path("parameters"), now.path("parameters"));
    body(at, before.path("requestBody"), now.path("requestBody"));
    answers(at, before.path("responses"), now.path("responses"));
  }

  private void newScopes(String at, JsonNode before, JsonNode now) {
    Set<String> scopes = scopes(now);
    scopes.removeAll(scopes(before));
    scopes.forEach(scope -> report(at, "scope " + scope + " is newly asked for"));
  }

  private static Set<String> scopes(JsonNode security) {
    Set<String> scopes = new TreeSet<>();
    security.forEach(
        requirement ->
            requirement.forEach(asked -> asked.forEach(scope -> scopes.add(scope.asText()))));
    return scopes;
  }

  private void parameters(String at, JsonNode before, JsonNode now) {
    for (JsonNode parameter : before) {
      JsonNode old = resolved(released, parameter);
      find(now, old)
          .ifPresentOrElse(
              same -> {
                if (same.path("required").asBoolean() && !old.path("required").asBoolean()) {
                  report(place(at, old), "parameter is newly required");
                }
                breaks.addAll(
                    ShapeCompatibility.ofRequest(
                        place(at, old),
                        Shape.of(released, old.path("schema")),
                        Shape.of(current, same.path("schema"))));
              },
              () -> report(place(at, old), "parameter is gone"));
    }
    for (JsonNode parameter : now) {
      JsonNode added = resolved(current, parameter);
      if (added.path("required").asBoolean()
          && before.valueStream().noneMatch(old -> isSame(resolved(released, old), added))) {
        report(place(at, added), "parameter is new and required");
      }
    }
  }

  private Optional<JsonNode> find(JsonNode parameters, JsonNode like) {
    return parameters
        .valueStream()
        .map(parameter -> resolved(current, parameter))
        .filter(parameter -> isSame(parameter, like))
        .findFirst();
  }

  private static boolean isSame(JsonNode one, JsonNode other) {
    return one.path("name").equals(other.path("name")) && one.path("in").equals(other.path("in"));
  }

  private static String place(String at, JsonNode parameter) {
    return at + " " + parameter.path("in").asText() + "/" + parameter.path("name").asText();
  }

  private void body(String at, JsonNode before, JsonNode now) {
    if (now.path("required").asBoolean() && !before.path("required").asBoolean()) {
      report(at, "body is newly required");
    }
    before
        .path("content")
        .properties()
        .forEach(media -> media(at + " request", true, media, now.path("content")));
  }

  private void answers(String at, JsonNode before, JsonNode now) {
    before.properties().stream()
        .filter(answer -> answer.getKey().startsWith("2"))
        .forEach(
            answer -> {
              String place = at + " " + answer.getKey();
              JsonNode same = now.path(answer.getKey());
              if (same.isMissingNode()) {
                report(place, "answer is gone");
                return;
              }
              answer
                  .getValue()
                  .path("content")
                  .properties()
                  .forEach(media -> media(place, false, media, same.path("content")));
              answer.getValue().path("headers").properties().stream()
                  .filter(header -> !same.path("headers").has(header.getKey()))
                  .forEach(header -> report(place, "header " + header.getKey() + " is gone"));
            });
  }

  private void media(
      String at, boolean request, Map.Entry<String, JsonNode> before, JsonNode content) {
    JsonNode now = content.path(before.getKey());
    if (now.isMissingNode()) {
      report(at, "media type " + before.getKey() + " is gone");
      return;
    }
    Shape old = Shape.of(released, before.getValue().path("schema"));
    Shape same = Shape.of(current, now.path("schema"));
    breaks.addAll(
        request
            ? ShapeCompatibility.ofRequest(at, old, same)
            : ShapeCompatibility.ofAnswer(at, old, same));
  }

  private static JsonNode resolved(JsonNode document, JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }

  private void report(String at, String problem) {
    breaks.add(new Break(at, problem));
  }
}
