package health.backstep.stack.doctor.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What the file .env tells docker-compose.yml. */
record ComposeSettings(Map<String, String> values) {

  ComposeSettings {
    values = Map.copyOf(values);
  }

  /** Without the file, which Compose refuses to start without, there are none. */
  static ComposeSettings in(Path repository) {
    Path file = repository.resolve(".env");
    if (Files.notExists(file)) {
      return new ComposeSettings(Map.of());
    }
    try {
      Map<String, String> values = new HashMap<>();
      Files.readAllLines(file).forEach(line -> put(values, line.strip()));
      return new ComposeSettings(values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String get(String name, String otherwise) {
    String value = values.getOrDefault(name, "");
    return value.isEmpty() ? otherwise : value;
  }

  private static void put(Map<String, String> values, String line) {
    int sign = line.indexOf('=');
    if (sign > 0 && !line.startsWith("#")) {
      values.put(line.substring(0, sign).strip(), line.substring(sign + 1).strip());
    }
  }
}
