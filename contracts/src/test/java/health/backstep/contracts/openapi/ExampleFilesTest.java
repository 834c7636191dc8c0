package health.backstep.contracts.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files with examples, and the operations that they are written for. */
class ExampleFilesTest {

  private static final Path FILES = Path.of("src", "main", "resources", "openapi", "examples");

  /** What all services have is written in the backbone. */
  private static final String SHARED = "backbone";

  @Test
  void everyOperationHasAFileAndShowsAllOfIt() {
    for (String service : ApiDocuments.SERVICES) {
      ApiStyle.calls(
          ApiDocuments.current(service),
          call -> {
            String id = call.operation().path("operationId").asText();
            Set<String> shown = new TreeSet<>();
            if (call.operation().has("requestBody")) {
              shown.add("request");
            }
            call.operation().path("responses").properties().stream()
                .filter(answer -> answer.getKey().compareTo("400") < 0)
                .filter(answer -> answer.getValue().has("content"))
                .map(Entry::getKey)
                .forEach(shown::add);
            Optional<JsonNode> file = file(service, id).or(() -> file(SHARED, id));
            assertThat(file.map(ExampleFilesTest::keys).orElse(Set.of()))
                .as("%s %s", service, id)
                .isEqualTo(shown);
          });
    }
  }

  @Test
  void noFileIsLeftOfAnOperationThatIsGone() {
    Set<String> operations = new TreeSet<>();
    for (String service : ApiDocuments.SERVICES) {
      ApiStyle.calls(
          ApiDocuments.current(service),
          call -> operations.add(call.operation().path("operationId").asText()));
    }
    assertThat(written()).isNotEmpty().isSubsetOf(operations);
  }

  private static Set<String> keys(JsonNode file) {
    Set<String> keys = new TreeSet<>();
    file.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static List<String> written() {
    return Stream.concat(ApiDocuments.SERVICES.stream(), Stream.of(SHARED))
        .map(ExampleFilesTest::folder)
        .flatMap(ExampleFilesTest::names)
        .toList();
  }

  private static Stream<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString().replace(".json", ""))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<JsonNode> file(String module, String operation) {
    Path file = folder(module).resolve(operation + ".json");
    try {
      return Files.exists(file)
          ? Optional.of(ApiDocuments.parse(Files.readString(file)))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder(String module) {
    return Path.of("..", module).resolve(FILES);
  }
}
