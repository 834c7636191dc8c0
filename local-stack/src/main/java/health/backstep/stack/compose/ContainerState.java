package health.backstep.stack.compose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A container of a Compose project, as the engine tells of it at one moment.
 *
 * @param service its name in the Compose file
 * @param exitCode of the last run that has ended
 * @param outOfMemory whether that was ended for want of memory
 * @param health the engine's word, such as "healthy"; empty without a health check
 * @param address where this machine reaches it; empty while it does not run
 */
public record ContainerState(
    String service,
    boolean running,
    int exitCode,
    boolean outOfMemory,
    String health,
    String address) {

  private static final String FORMAT =
      String.join(
          "|",
          "{{index .Config.Labels \"com.docker.compose.service\"}}",
          "{{.State.Running}}",
          "{{.State.ExitCode}}",
          "{{.State.OOMKilled}}",
          "{{if .State.Health}}{{.State.Health.Status}}{{end}}",
          "{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}");

  /**
   * Those of a project, running or not.
   *
   * @throws health.backstep.stack.platform.StackFailure when docker cannot be run
   */
  public static List<ContainerState> of(String project) {
    List<String> containers = Docker.containersOf(project);
    if (containers.isEmpty()) {
      return List.of();
    }
    List<String> question = new ArrayList<>(List.of("inspect", "--format", FORMAT));
    question.addAll(containers);
    return Docker.ask(question.toArray(String[]::new))
        .lines()
        .filter(line -> !line.isBlank())
        .map(ContainerState::parse)
        .toList();
  }

  /** Reads a line of the engine's answer. */
  static ContainerState parse(String line) {
    List<String> field = Arrays.asList(line.split("\\|", -1));
    if (field.size() != 6) {
      throw new IllegalArgumentException("the engine says of a container: " + line);
    }
    return new ContainerState(
        field.get(0),
        Boolean.parseBoolean(field.get(1)),
        Integer.parseInt(field.get(2)),
        Boolean.parseBoolean(field.get(3)),
        field.get(4),
        field.get(5).strip().split(" ", 2)[0]);
  }
}
