package health.backstep.faults.upgrade;

import health.backstep.stack.platform.StackFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What git knows of earlier versions. */
public record History(Path repository) {

  private static final List<String> OF_THE_SERVICES =
      List.of(
          "backbone/src/main",
          "wire/src/main",
          "clinical-rules/src/main",
          ":(glob)*-service/**/src/main/**");

  /**
   * The commit that a person means.
   *
   * @throws StackFailure when there is none
   */
  public String commit(String revision) {
    return asked("rev-parse", "--verify", "--quiet", revision + "^{commit}")
        .orElseThrow(
            () ->
                new StackFailure(
                    "git knows no commit '%s' in %s. `git log --oneline` tells them; a clone without history gets it by `git fetch --unshallow`."
                        .formatted(revision, repository)));
  }

  /**
   * The commit before the newest one that changed a migration or the services' code, or, when none
   * did, the one before the last. A merge counts as one commit.
   *
   * @throws StackFailure when the history does not go back so far
   */
  public String before() {
    List<String> words =
        new ArrayList<>(List.of("log", "--first-parent", "-1", "--format=%H", "--"));
    words.addAll(OF_THE_SERVICES);
    String changed =
        asked(words.toArray(String[]::new)).filter(said -> !said.isEmpty()).orElse("HEAD");
    return asked("rev-parse", "--verify", "--quiet", changed + "^1")
        .orElseThrow(
            () ->
                new StackFailure(
                    "The history of %s does not go back to the version before. Get it by `git fetch --unshallow`, or name a commit with --from."
                        .formatted(repository)));
  }

  /** Puts the files of a commit into a folder that does not exist. */
  void checkOut(String commit, Path folder) {
    if (asked("worktree", "add", "--force", "--detach", folder.toString(), commit).isEmpty()) {
      throw new StackFailure(
          "git cannot put the files of %s into %s. Try: git worktree add --force --detach %s %s"
              .formatted(commit, folder, folder, commit));
    }
  }

  /** What git prints; empty when it fails. */
  private Optional<String> asked(String... words) {
    List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString()));
    command.addAll(List.of(words));
    try {
      Process git = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
      String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return git.waitFor() == 0 ? Optional.of(said.strip()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("git cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
