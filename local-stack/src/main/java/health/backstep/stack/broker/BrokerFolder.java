package health.backstep.stack.broker;

import health.backstep.stack.platform.DataFolder;
import health.backstep.stack.platform.FileTree;
import health.backstep.stack.platform.Ports;
import health.backstep.stack.process.Jdk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** The broker's files: its log, its settings for this start and the command that runs it. */
record BrokerFolder(DataFolder data, Ports ports) {

  Path workingDirectory() {
    return data.work(KafkaBroker.NAME);
  }

  private Path log() {
    return data.root().resolve("kafka");
  }

  private Path settings() {
    return workingDirectory().resolve("server.properties");
  }

  /** Formats the log once and writes the settings. */
  void prepare() {
    try {
      Files.createDirectories(workingDirectory());
      if (Files.notExists(log())) {
        format();
      }
      Files.writeString(settings(), BrokerSettings.of(ports, log()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare Kafka's folder " + log(), e);
    }
  }

  List<String> serverCommand() {
    try {
      Path logging = BrokerLogging.unpackInto(workingDirectory());
      return Stream.of(
              List.of(Jdk.java(), "-Xmx256m", "-XX:+UseSerialGC"),
              Jdk.QUIET,
              BrokerLogging.OPTIONS,
              List.of("-cp", logging + ":" + classPath()),
              List.of("kafka.Kafka", settings().toString()))
          .flatMap(List::stream)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + workingDirectory(), e);
    }
  }

  /** In a draft folder that is renamed at the end, so that an interrupted one is never used. */
  private void format() throws IOException {
    Path draft = log().resolveSibling("kafka.new");
    FileTree.delete(draft);
    Files.createDirectories(draft);
    Path draftSettings = workingDirectory().resolve("format.properties");
    Files.writeString(draftSettings, BrokerSettings.of(ports, draft));
    runFormat(draftSettings);
    Files.move(draft, log());
  }

  private static void runFormat(Path settings) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    String[] arguments = {
      "format", "--cluster-id", Uuid.randomUuid().toString(), "--config", settings.toString()
    };
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
