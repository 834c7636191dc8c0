package health.backstep.stack.cli;

import health.backstep.stack.broker.KafkaBroker;
import health.backstep.stack.database.PostgresServer;
import health.backstep.stack.platform.ServiceName;
import health.backstep.stack.platform.StackFailure;
import health.backstep.stack.process.LogFile;
import health.backstep.stack.service.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a process has printed. */
@Command(name = "logs", description = "Shows the end of the log of one process.")
final class LogsCommand implements Callable<Integer> {

  @Mixin private DataOption data;

  @Parameters(paramLabel = "SERVICE", description = "profile, plan, session, kafka or postgres.")
  private String service;

  @Option(
      names = {"-n", "--lines"},
      paramLabel = "LINES",
      defaultValue = "50",
      description = "How many lines (default ${DEFAULT-VALUE}).")
  private int lines;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on with what comes, until Ctrl-C.")
  private boolean follow;

  @Override
  public Integer call() throws IOException {
    if (lines < 0) {
      throw new StackFailure("-n takes a number of lines from 0 up, not " + lines + ".");
    }
    Path log = data.folder().log(processName());
    if (Files.notExists(log)) {
      throw data.nothingHere();
    }
    long end = Files.size(log);
    LogFile.at(log).last(lines).forEach(System.out::println);
    if (follow) {
      new FollowedLog(log, System.out).from(end);
    }
    return 0;
  }

  private String processName() {
    Stream<String> services =
        Arrays.stream(ServiceName.values())
            .filter(name -> ServiceProcess.isNamed(name, service))
            .map(ServiceName::processName);
    Stream<String> others =
        Stream.of(KafkaBroker.NAME, PostgresServer.NAME).filter(service::equals);
    return Stream.concat(services, others)
        .findFirst()
        .orElseThrow(
            () ->
                new StackFailure(
                    "There is no process '%s'. Ask for one of: %s."
                        .formatted(service, String.join(", ", names()))));
  }

  private static List<String> names() {
    return Stream.concat(
            Arrays.stream(ServiceName.values()).map(ServiceName::database),
            Stream.of(KafkaBroker.NAME, PostgresServer.NAME))
        .toList();
  }
}
