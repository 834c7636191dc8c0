package health.backstep.faults.compose;

import health.backstep.stack.platform.StackFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The client of the container engine, as a person has it on the command line. */
final class Docker {

  private static final String PROJECT = "label=com.docker.compose.project=";
  private static final String SERVICE = "label=com.docker.compose.service=";

  private Docker() {}

  /**
   * The container of a service, running or not.
   *
   * @throws StackFailure when there is none, or more than one
   */
  static String containerOf(String project, String service) {
    List<String> ids =
        run("ps", "--all", "--quiet", "--filter", PROJECT + project, "--filter", SERVICE + service)
            .lines()
            .toList();
    if (ids.size() != 1) {
      throw new StackFailure(
          "Of %s in the Compose project %s there are %d containers, not one. First: docker compose up -d --wait"
              .formatted(service, project, ids.size()));
    }
    return ids.getFirst();
  }

  /**
   * What the engine says of a container.
   *
   * @param format a Go template
   */
  static String inspect(String container, String format) {
    return run("inspect", "--format", format, container).strip();
  }

  /**
   * What the command prints.
   *
   * @throws IllegalStateException with the engine's words when it does not end well
   */
  static String run(String... arguments) {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = text(process.getInputStream());
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + ": " + said.strip());
      }
      return said;
    } catch (IOException e) {
      throw new StackFailure("docker cannot be run: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while docker was at work", e);
    }
  }

  private static String text(InputStream said) throws IOException {
    return new String(said.readAllBytes(), StandardCharsets.UTF_8);
  }
}
