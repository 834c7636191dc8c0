package health.backstep.faults.nemesis;

import health.backstep.faults.cluster.Cluster;
import health.backstep.faults.cluster.Layout;
import health.backstep.stack.platform.ServiceName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The Java agent by which the clock of session-service can be wrong.
 *
 * @param jar of the agent
 * @param file from which it reads by how many milliseconds, as decimal digits with a sign
 */
public record ClockAgent(Path jar, Path file) {

  private static final Path JAR =
      Path.of("faults", "planted", "target", "planted-bugs-1.0.0-SNAPSHOT.jar");
  private static final String FILE = "-D" + ClockStep.FILE + "=";

  /** Empty when the agent was not built. */
  public static Optional<ClockAgent> builtIn(Path repository) {
    Path jar = repository.resolve(JAR);
    Path file = repository.resolve(".backstep").resolve("faults-clock");
    return Optional.of(new ClockAgent(jar, file)).filter(agent -> Files.exists(agent.jar()));
  }

  /** A layout with the agent in it; the clock is right so far. */
  public Layout into(Layout layout) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, "0");
    } catch (IOException e) {
      throw new UncheckedIOException("the clock's error cannot be written to " + file, e);
    }
    return layout
        .withJvmArgument(ServiceName.SESSION, "-javaagent:" + jar + "=clock=" + file)
        .withJvmArgument(ServiceName.SESSION, FILE + file);
  }

  /** The file that instances of the cluster read; empty when none has the agent. */
  static Optional<Path> fileOf(Cluster cluster) {
    return cluster.instances().stream()
        .flatMap(instance -> fileIn(instance.jvmArguments()).stream())
        .findFirst();
  }

  static Optional<Path> fileIn(List<String> jvmArguments) {
    return jvmArguments.stream()
        .filter(argument -> argument.startsWith(FILE))
        .map(argument -> Path.of(argument.substring(FILE.length())))
        .findFirst();
  }
}
