package health.backstep.backbone.openapi;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Names that do not depend on the order in which the framework meets the types: it numbers types of
 * the same simple name. Enumerations with the same values become one; others are named by {@code
 * names}, which may also put a schema in the place of another.
 */
record Naming(KnownTypes types, Map<String, String> names) {

  void apply(OpenAPI api) {
    Map<String, String> renamed = new HashMap<>();
    Map<String, Schema> kept = new LinkedHashMap<>();
    Schemas.named(api)
        .forEach(
            (name, schema) -> {
              String better = names.getOrDefault(name, name(name, schema, kept));
              renamed.put(name, better);
              if (!names.containsKey(name)) {
                kept.putIfAbsent(better, schema);
              }
            });
    api.getComponents().setSchemas(kept);
    Schemas.replace(
        api,
        schema -> {
          Schemas.target(schema).map(renamed::get).ifPresent(schema::setRef);
          return schema;
        });
  }

  private String name(String name, Schema schema, Map<String, Schema> kept) {
    if (schema.getEnumeration() == null) {
      return name;
    }
    String simple = name.replaceAll("\\d+$", "");
    String own =
        types
            .enumeration(simple, schema)
            .map(type -> names.get(type.name().toString()))
            .orElse(simple);
    return isFree(own, schema, kept) ? own : name;
  }

  private static boolean isFree(String name, Schema schema, Map<String, Schema> kept) {
    Schema there = kept.get(name);
    return there == null
        || Set.copyOf(there.getEnumeration()).equals(Set.copyOf(schema.getEnumeration()));
  }
}
