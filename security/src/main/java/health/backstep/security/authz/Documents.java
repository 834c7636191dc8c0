package health.backstep.security.authz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import health.backstep.stack.platform.ServiceName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The operations of the three OpenAPI documents. */
public final class Documents {

  private static final ObjectMapper YAML = new YAMLMapper();

  private Documents() {}

  /** All of them, in the order of the documents. */
  public static List<Operation> in(Path repository) {
    return Stream.of(ServiceName.values())
        .flatMap(service -> operations(service, read(repository, service)))
        .toList();
  }

  /** A service's document. */
  public static JsonNode read(Path repository, ServiceName service) {
    Path file = repository.resolve("contracts/openapi").resolve(service.processName() + ".yaml");
    try {
      return YAML.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("the OpenAPI document cannot be read: " + file, e);
    }
  }

  private static Stream<Operation> operations(ServiceName service, JsonNode document) {
    return document.path("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .filter(method -> method.getValue().has("operationId"))
                    .map(
                        method ->
                            new Operation(
                                service,
                                method.getValue().path("operationId").asText(),
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                scopes(method.getValue().path("security")),
                                method.getValue().path("x-all-scopes").asBoolean())));
  }

  private static Set<String> scopes(JsonNode security) {
    Set<String> scopes = new TreeSet<>();
    for (JsonNode way : security) {
      way.forEach(named -> named.forEach(scope -> scopes.add(scope.asText())));
    }
    return scopes;
  }
}
