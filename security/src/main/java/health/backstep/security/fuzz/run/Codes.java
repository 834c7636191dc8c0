package health.backstep.security.fuzz.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * The codes that partners are told of.
 *
 * @param known of problems, and of the errors in them
 */
record Codes(Set<String> known) {

  Codes {
    known = Set.copyOf(known);
  }

  static Codes in(Path repository) {
    Path file = repository.resolve("backbone/src/main/resources/openapi/errors.yaml");
    try {
      JsonNode written = new YAMLMapper().readTree(file.toFile());
      Set<String> known = new HashSet<>();
      written.path("problems").fieldNames().forEachRemaining(known::add);
      written.path("faults").fieldNames().forEachRemaining(known::add);
      return new Codes(known);
    } catch (IOException e) {
      throw new UncheckedIOException("the list of codes cannot be read: " + file, e);
    }
  }
}
