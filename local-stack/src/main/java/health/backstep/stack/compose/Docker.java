package health.backstep.stack.compose;

import health.backstep.stack.platform.StackFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The client of the container engine, as a person has it on the command line. */
public final class Docker {

  /** Longer than any container of ours may take to stop. */
  private static final Duration TO_ACT = Duration.ofMinutes(3);

  private static final Duration TO_ANSWER = Duration.ofSeconds(8);
  private static final String PROJECT = "label=com.docker.compose.project=";
  private static final String SERVICE = "label=com.docker.compose.service=";

  private Docker() {}

  /** Where the engine keeps images, containers and volumes on its machine. */
  public static Path folder() {
    return Path.of(ask("info", "--format", "{{.DockerRootDir}}").strip());
  }

  /** The containers of a Compose project, running or not. */
  static List<String> containersOf(String project) {
    return ask("ps", "--all", "--quiet", "--filter", PROJECT + project).lines().toList();
  }

  /**
   * The container of a service, running or not.
   *
   * @throws StackFailure when there is none, or more than one
   */
  public static String containerOf(String project, String service) {
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
  public static String inspect(String container, String format) {
    return run("inspect", "--format", format, container).strip();
  }

  /**
   * What the command prints.
   *
   * @throws IllegalStateException with the engine's words when it does not end well
   */
  public static String run(String... arguments) {
    return within(TO_ACT, arguments);
  }

  /**
   * The same for a question, which the engine answers at once or, when something is wrong with it,
   * maybe never.
   *
   * @throws IllegalStateException likewise
   */
  static String ask(String... arguments) {
    return within(TO_ANSWER, arguments);
  }

  private static String within(Duration limit, String... arguments) {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(arguments));
    try {
      return said(command, limit);
    } catch (IOException e) {
      throw new StackFailure("docker cannot be run: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while docker was at work", e);
    }
  }

  /** What our commands print is short, so that it can be read when they have ended. */
  private static String said(List<String> command, Duration limit)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException(
            "%s: no answer within %d s".formatted(String.join(" ", command), limit.toSeconds()));
      }
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.exitValue() != 0) {
        throw new IllegalStateException(String.join(" ", command) + ": " + said.strip());
      }
      return said;
    } finally {
      process.destroyForcibly();
    }
  }
}
