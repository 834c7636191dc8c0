package health.backstep.contracts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** The committed OpenAPI documents, by the name of their service. */
final class ApiDocuments {

  static final Set<String> SERVICES = Set.of("profile-service", "plan-service", "session-service");

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Path CODES =
      Path.of("..", "backbone", "src", "main", "resources", "openapi", "errors.yaml");

  private ApiDocuments() {}

  static JsonNode current(String service) {
    return read(Path.of("openapi", service + ".yaml"));
  }

  static JsonNode released(String service) {
    return read(Path.of("openapi", "released", service + ".yaml"));
  }

  /** The codes that are explained to callers. */
  static Set<String> codes() {
    Set<String> codes = new TreeSet<>();
    read(CODES).forEach(part -> part.fieldNames().forEachRemaining(codes::add));
    return codes;
  }

  static JsonNode parse(String yaml) {
    try {
      return YAML.readTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
