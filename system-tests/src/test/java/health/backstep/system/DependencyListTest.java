package health.backstep.system;

import static org.assertj.core.api.Assertions.assertThat;

import health.backstep.stack.platform.ServiceName;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever asks what is inside a service reads it in its CycloneDX list. */
class DependencyListTest {

  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

  @ParameterizedTest
  @EnumSource(ServiceName.class)
  void theListNamesEveryLibraryThatTheServiceCarries(ServiceName service) throws IOException {
    String name = service.processName();
    Path target = REPOSITORY.resolve(name).resolve("target");
    JsonPath list = JsonPath.from(target.resolve(name + ".cdx.json").toFile());

    assertThat(list.getString("bomFormat")).isEqualTo("CycloneDX");
    assertThat(jarsOf(list)).containsAll(libraries(target)).hasSizeGreaterThan(100);
  }

  private static List<String> jarsOf(JsonPath list) {
    List<Map<String, String>> components = list.getList("components");
    return components.stream()
        .map(part -> part.get("group") + "." + part.get("name") + "-" + part.get("version"))
        .map(jar -> jar + ".jar")
        .toList();
  }

  private static List<String> libraries(Path target) throws IOException {
    try (Stream<Path> files = Files.walk(target.resolve("quarkus-app/lib"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".jar"))
          .toList();
    }
  }
}
