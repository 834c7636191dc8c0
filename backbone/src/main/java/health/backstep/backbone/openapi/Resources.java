package health.backstep.backbone.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Optional;

/** The files under {@code openapi/} on the class path: the backbone's and the service's own. */
final class Resources {

  static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private Resources() {}

  static Optional<JsonNode> find(String name) {
    URL found = Thread.currentThread().getContextClassLoader().getResource("openapi/" + name);
    return Optional.ofNullable(found).map(Resources::read);
  }

  static JsonNode get(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalStateException("openapi/" + name + " is missing"));
  }

  private static JsonNode read(URL file) {
    try (InputStream in = file.openStream()) {
      return YAML.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
