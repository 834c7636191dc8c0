package health.backstep.stack.cli;

import health.backstep.stack.platform.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Variables that are files of a folder, as a container is given what is secret. */
final class SecretVariables {

  private SecretVariables() {}

  static Map<String, String> in(Path folder) {
    Map<String, String> variables = new HashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        variables.put(file.getFileName().toString(), Files.readString(file).strip());
      }
    } catch (IOException e) {
      throw new StackFailure(
          "Cannot read the secrets in %s: %s. ./backstep secrets makes them."
              .formatted(folder, e.getMessage()),
          e);
    }
    return variables;
  }
}
