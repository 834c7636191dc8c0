package health.backstep.backbone.openapi;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;

/**
 * Which fields are always there and which can be null, as the records say it. An answer has all of
 * its fields; a request may leave out whatever is not required, or send null for it, and has no
 * others.
 */
record Presence(KnownTypes types) {

  private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
  private static final DotName INCLUDE =
      DotName.createSimple("com.fasterxml.jackson.annotation.JsonInclude");

  void apply(OpenAPI api) {
    Set<String> requests = Schemas.ofRequests(api);
    Set<String> extended = extended(api);
    Schemas.named(api).entrySet().stream()
        .filter(named -> named.getValue().getProperties() != null)
        .forEach(
            named -> {
              if (requests.contains(named.getKey()) && !extended.contains(named.getKey())) {
                named
                    .getValue()
                    .setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
              }
              types
                  .record(named.getKey(), named.getValue())
                  .ifPresent(
                      type -> say(named.getValue(), type, requests.contains(named.getKey())));
            });
    Schemas.replace(api, schema -> bounded(api, schema));
  }

  static boolean isNullable(Type type) {
    return type.hasAnnotation(NULLABLE);
  }

  /** What others add fields to cannot refuse further fields itself. */
  private static Set<String> extended(OpenAPI api) {
    return Schemas.named(api).values().stream()
        .flatMap(schema -> Schemas.orEmpty(schema.getAllOf()).stream())
        .flatMap(part -> Schemas.target(part).stream())
        .collect(Collectors.toSet());
  }

  private void say(Schema schema, ClassInfo type, boolean request) {
    Map<String, RecordComponentInfo> parts = types.byJsonName(type);
    boolean leavesOutNull = type.hasDeclaredAnnotation(INCLUDE);
    Set<String> required = new LinkedHashSet<>(Schemas.orEmpty(schema.getRequired()));
    for (String name : List.copyOf(schema.getProperties().keySet())) {
      Optional<Type> part = Optional.ofNullable(parts.get(name)).map(RecordComponentInfo::type);
      boolean nullable =
          request
              ? !required.contains(name) && part.map(Presence::isReference).orElse(true)
              : part.map(Presence::isNullable).orElse(false);
      if (!request && !(nullable && leavesOutNull)) {
        required.add(name);
      }
      if (nullable && !(leavesOutNull && !request)) {
        schema.addProperty(name, orNull(schema.getProperties().get(name)));
      }
      part.filter(Presence::hasNullableItems)
          .ifPresent(list -> nullItems(schema.getProperties().get(name)));
    }
    schema.setRequired(new ArrayList<>(required));
  }

  private static boolean isReference(Type type) {
    return type.kind() != Type.Kind.PRIMITIVE;
  }

  private static boolean hasNullableItems(Type type) {
    return type.kind() == Type.Kind.PARAMETERIZED_TYPE
        && isNullable(type.asParameterizedType().arguments().getFirst());
  }

  private static void nullItems(Schema list) {
    list.setItems(orNull(list.getItems()));
  }

  /** A reference or null is a choice; anything else has one type more. */
  static Schema orNull(Schema schema) {
    if (schema.getRef() != null) {
      return OASFactory.createSchema()
          .oneOf(List.of(schema, OASFactory.createSchema().type(List.of(SchemaType.NULL))));
    }
    List<SchemaType> types = new ArrayList<>(schema.getType());
    if (!types.contains(SchemaType.NULL)) {
      types.add(SchemaType.NULL);
    }
    schema.setType(types);
    return schema;
  }

  /** A set of named values is not larger than the values there are. */
  private static Schema bounded(OpenAPI api, Schema schema) {
    if (Boolean.TRUE.equals(schema.getUniqueItems()) && schema.getMaxItems() == null) {
      Schemas.target(schema.getItems())
          .map(Schemas.named(api)::get)
          .map(Schema::getEnumeration)
          .ifPresent(values -> schema.setMaxItems(values.size()));
    }
    return schema;
  }
}
