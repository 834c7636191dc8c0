package health.backstep.stack.broker;

import health.backstep.stack.platform.DataFolder;
import health.backstep.stack.platform.FileTree;
import health.backstep.stack.process.Jdk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kafka.tools.StorageTool;

/**
 * A broker's files: its log, its settings for this start and the command that runs it.
 *
 * @param name of the process
 */
record BrokerFolder(
    DataFolder data, String name, Path log, Quorum quorum, int id, Entrance entrance) {

  private static final String FORMATTED = "meta.properties";

  Path workingDirectory() {
    return data.work(name);
  }

  private Path settings() {
    return workingDirectory().resolve("server.properties");
  }

  /** Formats the log once and writes the settings. */
  void prepare() {
    try {
      Files.createDirectories(workingDirectory());
      if (Files.notExists(log.resolve(FORMATTED))) {
        format();
      }
      Files.writeString(settings(), BrokerSettings.of(quorum, id, log, entrance));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare Kafka's folder " + log, e);
    }
  }

  List<String> serverCommand() {
    try {
      Path logging = BrokerLogging.unpackInto(workingDirectory());
      return Stream.of(
              List.of(Jdk.java(), "-Xmx256m", "-XX:+UseSerialGC"),
              Jdk.QUIET,
              entrance.jvmArguments(),
              BrokerLogging.OPTIONS,
              List.of("-cp", logging + ":" + classPath()),
              List.of("kafka.Kafka", settings().toString()))
          .flatMap(List::stream)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + workingDirectory(), e);
    }
  }

  /**
   * In a draft folder whose files are moved, the decisive one last, so that an interrupted one is
   * never used. The log's own folder may be a mount, which cannot be renamed.
   */
  private void format() throws IOException {
    Path draft = log.resolveSibling(log.getFileName() + ".new");
    FileTree.delete(draft);
    Files.createDirectories(draft);
    Files.createDirectories(log);
    Path draftSettings = workingDirectory().resolve("format.properties");
    Files.writeString(draftSettings, BrokerSettings.of(quorum, id, draft, entrance));
    runFormat(draftSettings, quorum.clusterId());
    for (Path file : inOrderOfMoving(draft)) {
      Files.move(
          file, log.resolve(file.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
    }
    FileTree.delete(draft);
  }

  private static List<Path> inOrderOfMoving(Path draft) throws IOException {
    try (Stream<Path> files = Files.list(draft)) {
      return files.sorted(Comparator.comparing(file -> file.endsWith(FORMATTED))).toList();
    }
  }

  private static void runFormat(Path settings, String clusterId) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    String[] arguments = {"format", "--cluster-id", clusterId, "--config", settings.toString()};
    int exitCode =
        StorageTool.execute(arguments, new PrintStream(printed, true, StandardCharsets.UTF_8));
    if (exitCode != 0) {
      throw new IllegalStateException(
          "Kafka cannot format its folder: " + printed.toString(StandardCharsets.UTF_8));
    }
  }

  /** Our own, made absolute: the broker works in another directory. */
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(":"))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(":"));
  }
}
