package health.backstep.faults.upgrade;

import health.backstep.stack.platform.FileTree;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.process.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Earlier commits with their packaged services, each packaged once.
 *
 * @param folder holds a folder and a build log for each commit
 */
public record EarlierVersions(History history, Path folder) {

  /** Written when all is packaged, so that half of a build is never taken for the whole. */
  private static final String PACKAGED = ".packaged";

  private static final int LOG_LINES = 20;
  private static final int SHORT_NAME = 9;

  /**
   * The commit's version; packages it if that was not done before.
   *
   * @param commit its full hash
   * @throws StackFailure when it cannot be packaged, with the end of the build's log
   */
  public Version of(String commit) {
    Path files = folder.resolve(commit);
    try {
      if (Files.notExists(files.resolve(PACKAGED))) {
        FileTree.delete(files);
        Files.createDirectories(folder);
        history.checkOut(commit, files);
        build(files, log(commit));
        Files.createFile(files.resolve(PACKAGED));
      }
    } catch (IOException e) {
      throw new StackFailure("Cannot package %s: %s".formatted(commit, e.getMessage()), e);
    }
    return new Version(nameOf(commit), files);
  }

  /** What the build prints. */
  public Path log(String commit) {
    return folder.resolve(commit + ".log");
  }

  /** For people. */
  public static String nameOf(String commit) {
    return commit.substring(0, Math.min(SHORT_NAME, commit.length()));
  }

  private static void build(Path files, Path log) throws IOException {
    ProcessBuilder maven =
        new ProcessBuilder(command())
            .directory(files.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
    if (maven.start().onExit().join().exitValue() != 0) {
      throw new StackFailure(
          "The services in %s cannot be packaged. The end of %s:%n%s"
              .formatted(files, log, LogFile.at(log).end(LOG_LINES, "  | ")));
    }
  }

  private static List<String> command() {
    String services =
        Arrays.stream(ServiceName.values())
            .map(ServiceName::processName)
            .collect(Collectors.joining(","));
    return List.of(
        "./mvnw",
        "-B",
        "-ntp",
        "-DskipTests",
        "-Dspotless.apply.skip",
        "-Dspotless.check.skip",
        "package",
        "-pl",
        services,
        "-am");
  }
}
