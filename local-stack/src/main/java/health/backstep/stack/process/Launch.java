package health.backstep.stack.process;

import health.backstep.stack.platform.StackFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How to start one process of the stack. It gets a session of its own, so that Ctrl-C at the
 * terminal reaches the command only, and nothing of the caller's environment but the basics.
 *
 * @param name as shown to people
 * @param environment may hold secrets, which is why they never stand in the command
 * @param log takes what the process prints, after what is there already
 */
public record Launch(
    String name, List<String> command, Map<String, String> environment, Path directory, Path log) {

  private static final Set<String> INHERITED =
      Set.of(
          "PATH",
          "HOME",
          "USER",
          "LANG",
          "LC_ALL",
          "TZ",
          "TMPDIR",
          "BACKSTEP_OTLP",
          "BACKSTEP_LOG",
          "BACKSTEP_UNREADY_AFTER",
          "QUARKUS_FLYWAY_REPAIR_AT_START",
          "QUARKUS_FLYWAY_IGNORE_MIGRATION_PATTERNS");

  public Launch {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  public Child start() {
    List<String> line = new ArrayList<>(List.of("setsid"));
    line.addAll(command);
    try {
      Files.createDirectories(directory);
      Files.createDirectories(log.getParent());
      ProcessBuilder builder =
          new ProcessBuilder(line)
              .directory(directory.toFile())
              .redirectInput(new File("/dev/null"))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().keySet().retainAll(INHERITED);
      builder.environment().putAll(environment);
      return new Child(name, builder.start(), log);
    } catch (IOException e) {
      throw new StackFailure("Cannot start " + name + ": " + e.getMessage(), e);
    }
  }

  @Override
  public String toString() {
    return name + " " + command;
  }
}
