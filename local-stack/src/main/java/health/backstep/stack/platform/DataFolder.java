package health.backstep.stack.platform;

import health.backstep.stack.secret.ComposedSecrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder that holds all data of one stack. A marker file tells that it is one of ours. */
public record DataFolder(Path root) {

  private static final String MARKER = ".backstep-data";
  private static final List<String> CONTENTS =
      List.of(
          "postgres",
          "postgres.new",
          "postgres.replaced",
          "kafka",
          "kafka.new",
          "logs",
          "run",
          "restoring",
          "erasures.log");
  private static final String SECRETS = "secrets";

  /** Links are resolved, since PostgreSQL tells its folder so, too. */
  public static DataFolder at(Path root) {
    try {
      return new DataFolder(Files.exists(root) ? root.toRealPath() : root.toAbsolutePath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a process works. */
  public Path work(String process) {
    return root.resolve("run").resolve(process);
  }

  public Path log(String process) {
    return root.resolve("logs").resolve(process + ".log");
  }

  public Path processTable() {
    return root.resolve("run/processes.json");
  }

  /** Where backups go when nothing else is said. */
  public Path backups() {
    return root.resolve("backups");
  }

  /**
   * Where PostgreSQL archives its log: there, a folder or a link to one, while it is asked to. Not
   * emptied with the rest, as backups are not.
   */
  public Path archive() {
    return root.resolve("archive");
  }

  /**
   * The journal of erasures. It lies where a loss of this folder does not reach it, if there is
   * such a place.
   */
  public Path erasures() {
    return (Files.isDirectory(archive()) ? archive() : root).resolve("erasures.log");
  }

  /**
   * Makes the folder, or takes it when it is ours or empty.
   *
   * @throws StackFailure when it holds something else
   */
  public DataFolder open() {
    try {
      Files.createDirectories(root);
      if (!isOurs()) {
        requireEmpty();
        Files.writeString(root.resolve(MARKER), "Data of a local Backstep. May be deleted.\n");
      }
      return at(root);
    } catch (IOException e) {
      throw new StackFailure(
          "Cannot use the data folder %s: %s. Choose another with --data."
              .formatted(root, e.getMessage()),
          e);
    }
  }

  /**
   * Deletes the data, and only what a stack has put there. Secrets stay when containers have theirs
   * among them, for nothing else opens the volumes of these.
   */
  public void empty() {
    if (Files.notExists(root)) {
      return;
    }
    if (!isOurs()) {
      throw new StackFailure(
          "%s is no data folder of Backstep (it has no file %s), so it is left as it is."
              .formatted(root, MARKER));
    }
    try {
      for (String name : CONTENTS) {
        FileTree.delete(root.resolve(name));
      }
      if (!ComposedSecrets.existIn(root)) {
        FileTree.delete(root.resolve(SECRETS));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot empty " + root, e);
    }
  }

  private boolean isOurs() {
    return Files.exists(root.resolve(MARKER));
  }

  private void requireEmpty() throws IOException {
    try (Stream<Path> files = Files.list(root)) {
      if (files.findAny().isPresent()) {
        throw new StackFailure(
            "The folder %s holds other files. Choose an empty or a new one with --data."
                .formatted(root));
      }
    }
  }
}
