package health.backstep.backbone.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The problem document (RFC 9457) as a schema. No resource returns it, so nothing finds it. */
final class ProblemSchema {

  private ProblemSchema() {}

  static void addTo(OpenAPI api) {
    Map<String, Schema> schemas = new TreeMap<>(Schemas.named(api));
    schemas.put("Problem", problem());
    schemas.put("Fault", fault());
    api.getComponents().setSchemas(schemas);
  }

  private static Schema problem() {
    return object(List.of("type", "title", "status", "detail", "code", "traceId"))
        .addProperty("type", text(200).format("uri"))
        .addProperty("title", text(100))
        .addProperty("status", type(SchemaType.INTEGER).format("int32"))
        .addProperty("detail", text(2_000))
        .addProperty("instance", text(2_000))
        .addProperty("code", text(64).pattern("^[A-Z][A-Z0-9_]*$"))
        .addProperty(
            "errors", type(SchemaType.ARRAY).items(createSchema().ref(Schemas.REFERENCE + "Fault")))
        .addProperty("traceId", text(32).pattern("^[0-9a-f]{32}$"));
  }

  private static Schema fault() {
    return object(List.of("pointer", "code", "message"))
        .addProperty("pointer", text(2_000))
        .addProperty("code", text(64).pattern("^[A-Z][A-Z0-9_]*$"))
        .addProperty("message", text(2_000));
  }

  private static Schema object(List<String> required) {
    return type(SchemaType.OBJECT).required(required);
  }

  private static Schema text(int longest) {
    return type(SchemaType.STRING).maxLength(longest);
  }

  private static Schema type(SchemaType type) {
    return createSchema().type(List.of(type));
  }
}
