package health.backstep.security.fuzz.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The examples of the event contract, by type. */
public final class Examples {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** No event, but a topic of its own that no service reads. */
  private static final String STATE = "pt.plan.state.v1";

  private final Map<String, List<JsonNode>> byType = new TreeMap<>();

  private Examples() {}

  public static Examples in(Path repository) {
    Examples examples = new Examples();
    files(repository.resolve("contracts/examples"))
        .filter(type -> !type.endsWith(STATE))
        .forEach(
            type ->
                examples.byType.put(
                    type.getFileName().toString(), files(type).map(Examples::read).toList()));
    return examples;
  }

  List<String> types() {
    return List.copyOf(byType.keySet());
  }

  /** One of the type's, to be changed at will. */
  JsonNode any(String type, RandomGenerator random) {
    List<JsonNode> all = byType.get(type);
    return all.get(random.nextInt(all.size())).deepCopy();
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException("the examples cannot be read: " + folder, e);
    }
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("an example cannot be read: " + file, e);
    }
  }
}
