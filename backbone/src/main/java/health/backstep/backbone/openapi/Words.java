package health.backstep.backbone.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * What things are called and mean, from {@code shared.yaml} and the service's own {@code
 * service.yaml}; what the service says goes first.
 */
record Words(JsonNode shared, JsonNode service) {

  static Words ofThisService() {
    return new Words(Resources.get("shared.yaml"), Resources.get("service.yaml"));
  }

  /** Schema names of Java types that would otherwise be told apart by numbers. */
  Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    service.path("names").properties().forEach(n -> names.put(n.getKey(), n.getValue().asText()));
    return names;
  }

  /** The calls whose answers carry an {@code ETag}. */
  Set<String> versioned() {
    return service
        .path("versioned")
        .valueStream()
        .map(JsonNode::asText)
        .collect(Collectors.toSet());
  }

  void apply(OpenAPI api) {
    Head.apply(api, shared, service);
    Schemas.named(api).forEach(this::describe);
    api.getPaths()
        .getPathItems()
        .forEach((path, item) -> item.getOperations().values().forEach(call -> tag(path, call)));
    Schemas.operations(api)
        .flatMap(call -> Schemas.orEmpty(call.getParameters()).stream())
        .filter(parameter -> parameter.getRef() == null)
        .forEach(this::describe);
  }

  /** A resource that names no tag gets the one that the service gives its path. */
  private void tag(String path, Operation call) {
    if (Schemas.orEmpty(call.getTags()).isEmpty()) {
      service.path("tagged").properties().stream()
          .filter(tagged -> path.startsWith(tagged.getKey()))
          .forEach(tagged -> call.addTag(tagged.getValue().asText()));
    }
  }

  private void describe(String name, Schema schema) {
    text("schemas", name).ifPresent(schema::setDescription);
    Map<String, Schema> described = new LinkedHashMap<>();
    Schemas.properties(schema)
        .forEach(
            (field, part) ->
                described.put(
                    field,
                    text("fields", name + "." + field)
                        .or(() -> text("fields", field))
                        .map(part::description)
                        .orElse(part)));
    if (!described.isEmpty()) {
      schema.setProperties(described);
    }
  }

  private void describe(Parameter parameter) {
    find("parameters", parameter.getName())
        .ifPresent(
            words -> {
              if (parameter.getDescription() == null) {
                parameter.setDescription(words.path("description").asText());
              }
              Schema schema = parameter.getSchema();
              number(words, "minimum").ifPresent(n -> schema.setMinimum(n.decimalValue()));
              number(words, "maximum").ifPresent(n -> schema.setMaximum(n.decimalValue()));
              number(words, "maxLength").ifPresent(n -> schema.setMaxLength(n.asInt()));
              number(words, "example").ifPresent(n -> parameter.setExample(Examples.plain(n)));
            });
  }

  private static Optional<JsonNode> number(JsonNode words, String name) {
    return Optional.ofNullable(words.get(name));
  }

  private Optional<String> text(String section, String name) {
    return find(section, name).map(JsonNode::asText);
  }

  private Optional<JsonNode> find(String section, String name) {
    return Optional.ofNullable(service.path(section).get(name))
        .or(() -> Optional.ofNullable(shared.path(section).get(name)));
  }
}
