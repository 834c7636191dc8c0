package health.backstep.backbone.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * An example made from a schema alone: plain, but valid.
 *
 * @param named the schemas that references lead to
 */
record Composed(Map<String, Schema> named) {

  private static final Map<String, String> BY_FORMAT =
      Map.of(
          "uuid", "01936b2c-7d4e-7c1a-9b52-3f0c5a6d7e81",
          "date-time", "2026-11-21T07:00:00Z",
          "date", "2026-11-21",
          "duration", "PT5S",
          "uri", "https://partner.example/hooks");

  Object of(Schema schema) {
    if (schema.getRef() != null) {
      return of(named.get(Schemas.target(schema).orElseThrow()));
    }
    if (schema.getExamples() != null && !schema.getExamples().isEmpty()) {
      return schema.getExamples().getFirst();
    }
    if (schema.getEnumeration() != null && !schema.getEnumeration().isEmpty()) {
      return schema.getEnumeration().getFirst();
    }
    if (schema.getOneOf() != null) {
      return of(schema.getOneOf().getFirst());
    }
    if (schema.getAllOf() != null) {
      return merged(schema.getAllOf());
    }
    return byType(schema);
  }

  private Object merged(List<Schema> parts) {
    if (parts.size() == 1) {
      return of(parts.getFirst());
    }
    Map<Object, Object> whole = new LinkedHashMap<>();
    parts.forEach(part -> whole.putAll((Map<?, ?>) of(part)));
    return whole;
  }

  private Object byType(Schema schema) {
    SchemaType type = schema.getType() == null ? SchemaType.OBJECT : schema.getType().getFirst();
    return switch (type) {
      case STRING -> text(schema);
      case INTEGER, NUMBER -> schema.getMinimum() == null ? 1 : schema.getMinimum();
      case BOOLEAN -> true;
      case ARRAY -> list(schema);
      case OBJECT -> object(schema);
      case NULL -> null;
    };
  }

  private static Object text(Schema schema) {
    return BY_FORMAT.getOrDefault(String.valueOf(schema.getFormat()), "text");
  }

  private List<Object> list(Schema schema) {
    int items = schema.getMinItems() == null ? 1 : schema.getMinItems();
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < items; i++) {
      list.add(of(schema.getItems()));
    }
    return list;
  }

  private Map<String, Object> object(Schema schema) {
    Map<String, Object> object = new LinkedHashMap<>();
    Schemas.properties(schema).forEach((name, part) -> object.put(name, of(part)));
    return object;
  }
}
