package health.backstep.faults.cli;

import health.backstep.faults.FaultRun;
import health.backstep.faults.Result;
import health.backstep.faults.RunOptions;
import health.backstep.faults.compose.ComposeCluster;
import health.backstep.faults.compose.ComposeSecrets;
import health.backstep.faults.nemesis.Faults;
import health.backstep.faults.report.RunJson;
import health.backstep.faults.report.RunTable;
import health.backstep.stack.platform.FileTree;
import health.backstep.stack.platform.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Does harm to a stack of its own and tells whether anything was lost or done twice. */
@Command(
    name = "./backstep faults",
    subcommands = UpgradeCommand.class,
    description = {
      "Starts three brokers, a database and the services (two of plan-service), lets patients use",
      "them, and does harm meanwhile: kills, freezes, lost connections, full disks, broken records.",
      "Then everything comes to rest, and databases and topics are held against 12 invariants.",
      "Exit code 0 when all of them hold, 1 when one is broken. The data stays then, or with --keep."
    })
public final class FaultsCommand implements Callable<Integer> {

  @Mixin private RunChoice choice;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the result here as well.")
  private Path json;

  @Option(names = "--list", description = "Print the names of all faults and do nothing.")
  private boolean list;

  @Option(
      names = "--compose",
      paramLabel = "PORT",
      arity = "0..1",
      fallbackValue = "8080",
      description =
          "Strike the core that 'docker compose' runs here, behind its gateway on that port"
              + " (default ${FALLBACK-VALUE}). Only with --short.")
  private Integer compose;

  @Option(names = "--keep", description = "Keep databases, topics and logs in any case.")
  private boolean keep;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // read by picocli
  private boolean help;

  /** Ends the JVM with the command's exit code. */
  public static void main(String[] arguments) {
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    System.exit(
        new CommandLine(new FaultsCommand())
            .setUsageHelpAutoWidth(true)
            .setExecutionExceptionHandler(FaultsCommand::explain)
            .execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (list) {
      Faults.all().forEach(fault -> System.out.println(fault.name()));
      return 0;
    }
    RunOptions options = choice.options();
    requireFolderOf(json);
    requireShort();
    Path data = repository().resolve(".backstep/faults");
    try {
      return tell(run(options, data), data);
    } catch (IllegalStateException e) {
      System.err.printf("The run failed: %s%nLogs and data: %s%n", e.getMessage(), data);
      return 1;
    }
  }

  /** Nothing is left running. */
  private Result run(RunOptions options, Path data) throws InterruptedException {
    LiveWatch watch = LiveWatch.on(System.out);
    try {
      if (compose != null) {
        return runOnContainers(options, watch);
      }
      return FaultRun.onItsOwn(
          data, repository(), choice.layout(repository()), options, watch, watch);
    } finally {
      watch.finish();
    }
  }

  private Result runOnContainers(RunOptions options, LiveWatch watch) throws InterruptedException {
    ComposeSecrets secrets = ComposeSecrets.in(repository().resolve(".backstep/secrets"));
    try (ComposeCluster cluster = ComposeCluster.of("backstep", compose, secrets)) {
      cluster.requireNoPatients();
      return FaultRun.on(cluster, options, watch);
    }
  }

  /** The other faults need disks and clocks that are out of reach in containers. */
  private void requireShort() {
    if (compose != null && !choice.isShort()) {
      throw new StackFailure("--compose goes with --short.");
    }
  }

  private int tell(Result result, Path data) throws IOException {
    System.out.println();
    new RunTable(result).lines().forEach(System.out::println);
    if (json != null) {
      Files.writeString(json, new RunJson(result).text() + "\n");
    }
    if (result.holds() && !keep) {
      FileTree.delete(data);
    } else if (compose == null) {
      System.out.println("Databases, topics and logs: " + data);
    }
    return result.holds() ? 0 : 1;
  }

  static Path repository() {
    return Path.of(System.getProperty("backstep.repository", "")).toAbsolutePath();
  }

  private static void requireFolderOf(Path file) {
    if (file != null && Files.notExists(file.toAbsolutePath().getParent())) {
      throw new StackFailure(
          "There is no folder %s for --json.".formatted(file.toAbsolutePath().getParent()));
    }
  }

  private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    if (!(failure instanceof StackFailure)) {
      throw failure;
    }
    command.getErr().println(failure.getMessage());
    return CommandLine.ExitCode.USAGE;
  }
}
