package health.backstep.security.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import health.backstep.security.authz.Documents;
import health.backstep.security.authz.Operation;
import health.backstep.stack.platform.ServiceName;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All operations as the three OpenAPI documents describe them. */
public final class Catalogue {

  private Catalogue() {}

  /** In the order of the documents. */
  public static List<Described> in(Path repository) {
    Map<ServiceName, JsonNode> documents = new EnumMap<>(ServiceName.class);
    for (ServiceName service : ServiceName.values()) {
      documents.put(service, Documents.read(repository, service));
    }
    return Documents.in(repository).stream()
        .map(operation -> described(operation, documents.get(operation.service())))
        .toList();
  }

  private static Described described(Operation operation, JsonNode document) {
    JsonNode written =
        document
            .path("paths")
            .path(operation.path())
            .path(operation.method().toLowerCase(Locale.ROOT));
    List<JsonNode> query =
        written
            .path("parameters")
            .valueStream()
            .filter(parameter -> parameter.path("in").asText().equals("query"))
            .toList();
    JsonNode body =
        written.path("requestBody").path("content").path("application/json").path("schema");
    return new Described(operation, new Schemas(document), query, body, written.path("responses"));
  }
}
