package health.backstep.security.authz.run;

import health.backstep.stack.platform.ServiceName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A file of arguments for the JVM of each service, which it reads whenever it is started; so a
 * guard can be taken away and put back.
 */
record JvmArguments(Path folder, Path agent) {

  private static final Path AGENT =
      Path.of("faults", "planted", "target", "planted-bugs-1.0.0-SNAPSHOT.jar");

  /**
   * @throws IllegalStateException when the agent is not built
   */
  static JvmArguments in(Path folder, Path repository) {
    Path agent = repository.resolve(AGENT);
    if (!Files.exists(agent)) {
      throw new IllegalStateException("not built: " + agent);
    }
    JvmArguments arguments = new JvmArguments(folder, agent);
    for (ServiceName service : ServiceName.values()) {
      arguments.write(service, List.of());
    }
    return arguments;
  }

  /** What the JVM is started with. */
  String argument(ServiceName service) {
    return "@" + file(service);
  }

  /** From the next start on this is planted in the service, by its names on a command line. */
  void write(ServiceName service, List<String> planted) {
    try {
      Files.createDirectories(folder);
      Files.writeString(
          file(service),
          planted.stream()
              .map(name -> "\"-javaagent:%s=%s\"\n".formatted(agent, name))
              .collect(Collectors.joining()));
    } catch (IOException e) {
      throw new UncheckedIOException("the arguments of a service cannot be written", e);
    }
  }

  private Path file(ServiceName service) {
    return folder.resolve(service.processName() + ".args");
  }
}
