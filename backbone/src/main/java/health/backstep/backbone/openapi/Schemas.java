package health.backstep.backbone.openapi;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Ways through the schemas of a document. */
final class Schemas {

  static final String REFERENCE = "#/components/schemas/";

  private Schemas() {}

  static Map<String, Schema> named(OpenAPI api) {
    return Optional.ofNullable(api.getComponents().getSchemas()).orElse(Map.of());
  }

  static Stream<Operation> operations(OpenAPI api) {
    return api.getPaths().getPathItems().values().stream()
        .flatMap(path -> path.getOperations().values().stream());
  }

  /** Puts another schema in the place of each, the innermost first. */
  static void replace(OpenAPI api, UnaryOperator<Schema> change) {
    Map<String, Schema> changed = new LinkedHashMap<>();
    named(api).forEach((name, schema) -> changed.put(name, replaced(schema, change)));
    api.getComponents().setSchemas(changed);
    operations(api)
        .forEach(
            operation -> {
              orEmpty(operation.getParameters())
                  .forEach(at -> at.setSchema(replaced(at.getSchema(), change)));
              bodies(operation).forEach(at -> at.setSchema(replaced(at.getSchema(), change)));
            });
  }

  /** The names of all schemas that a request is made of. */
  static Set<String> ofRequests(OpenAPI api) {
    Set<String> found = new LinkedHashSet<>();
    operations(api)
        .filter(operation -> operation.getRequestBody() != null)
        .flatMap(operation -> media(operation.getRequestBody().getContent()))
        .forEach(media -> collect(api, media.getSchema(), found));
    return found;
  }

  /** Every schema that this one is made of, itself included, without following references. */
  static Stream<Schema> within(Schema schema) {
    return Stream.concat(Stream.of(schema), parts(schema).flatMap(Schemas::within));
  }

  static Optional<String> target(Schema schema) {
    return Optional.ofNullable(schema.getRef())
        .map(reference -> reference.substring(reference.lastIndexOf('/') + 1));
  }

  static Stream<MediaType> media(Content content) {
    return content == null ? Stream.empty() : content.getMediaTypes().values().stream();
  }

  static <T> Collection<T> orEmpty(Collection<T> values) {
    return values == null ? List.of() : values;
  }

  private static Stream<MediaType> bodies(Operation operation) {
    Stream<MediaType> asked =
        operation.getRequestBody() == null
            ? Stream.empty()
            : media(operation.getRequestBody().getContent());
    return Stream.concat(
        asked,
        operation.getResponses().getAPIResponses().values().stream()
            .flatMap(response -> media(response.getContent())));
  }

  private static void collect(OpenAPI api, Schema schema, Set<String> found) {
    within(schema)
        .flatMap(part -> target(part).stream())
        .filter(found::add)
        .forEach(name -> collect(api, named(api).get(name), found));
  }

  private static Stream<Schema> parts(Schema schema) {
    return Stream.of(
            properties(schema).values(),
            orEmpty(schema.getOneOf()),
            orEmpty(schema.getAnyOf()),
            orEmpty(schema.getAllOf()),
            Optional.ofNullable(schema.getItems()).stream().toList(),
            Optional.ofNullable(schema.getAdditionalPropertiesSchema()).stream().toList())
        .flatMap(Collection::stream);
  }

  static Map<String, Schema> properties(Schema schema) {
    return Optional.ofNullable(schema.getProperties()).orElse(Map.of());
  }

  private static Schema replaced(Schema schema, UnaryOperator<Schema> change) {
    if (schema == null) {
      return null;
    }
    if (schema.getProperties() != null) {
      Map<String, Schema> changed = new LinkedHashMap<>();
      schema.getProperties().forEach((name, part) -> changed.put(name, replaced(part, change)));
      schema.setProperties(changed);
    }
    if (schema.getItems() != null) {
      schema.setItems(replaced(schema.getItems(), change));
    }
    if (schema.getOneOf() != null) {
      schema.setOneOf(schema.getOneOf().stream().map(part -> replaced(part, change)).toList());
    }
    if (schema.getAllOf() != null) {
      schema.setAllOf(schema.getAllOf().stream().map(part -> replaced(part, change)).toList());
    }
    return change.apply(schema);
  }
}
