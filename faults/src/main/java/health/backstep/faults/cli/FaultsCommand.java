package health.backstep.faults.cli;

import health.backstep.faults.FaultRun;
import health.backstep.faults.Result;
import health.backstep.faults.RunOptions;
import health.backstep.faults.cluster.Layout;
import health.backstep.faults.nemesis.Fault;
import health.backstep.faults.nemesis.Faults;
import health.backstep.faults.report.RunJson;
import health.backstep.faults.report.RunTable;
import health.backstep.stack.platform.FileTree;
import health.backstep.stack.platform.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Does harm to a stack of its own and tells whether anything was lost or done twice. */
@Command(
    name = "./backstep faults",
    description = {
      "Starts three brokers, a database and the services (two of plan-service), lets patients use",
      "them, and does harm meanwhile: kills, freezes, lost connections, full disks, broken records.",
      "Then everything comes to rest, and databases and topics are held against 12 invariants.",
      "Exit code 0 when all of them hold, 1 when one is broken. The data stays then, or with --keep."
    })
public final class FaultsCommand implements Callable<Integer> {

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "What happens comes from it; a failed run is run again with its seed.")
  private Long seed;

  @Option(
      names = "--minutes",
      paramLabel = "M",
      defaultValue = "10",
      description =
          "How long harm is done (default ${DEFAULT-VALUE}); a few more to rest and check.")
  private int minutes;

  @Option(names = "--short", description = "Each of the most telling faults once: about 3 minutes.")
  private boolean shortRound;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the result here as well.")
  private Path json;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      arity = "1..*",
      description = "Only faults whose name has this in it.")
  private List<String> only = List.of();

  @Option(names = "--list", description = "Print the names of all faults and do nothing.")
  private boolean list;

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
    RunOptions options = options();
    requireFolderOf(json);
    Path data = repository().resolve(".backstep/faults");
    try {
      return tell(run(options, data), data);
    } catch (IllegalStateException e) {
      System.err.printf("The run failed: %s%nLogs and data: %s%n", e.getMessage(), data);
      return 1;
    }
  }

  /** Nothing is left running. */
  private static Result run(RunOptions options, Path data) throws InterruptedException {
    LiveWatch watch = LiveWatch.on(System.out);
    try {
      return FaultRun.onItsOwn(data, repository(), Layout.standard(), options, watch, watch);
    } finally {
      watch.finish();
    }
  }

  private RunOptions options() {
    long chosen = seed == null ? System.currentTimeMillis() % 1_000_000 : seed;
    List<Fault> faults = chosen(shortRound ? Faults.shortRound() : Faults.all());
    if (minutes < 1) {
      throw new StackFailure("--minutes is 1 or more.");
    }
    return shortRound ? RunOptions.once(chosen, faults) : RunOptions.of(chosen, minutes, faults);
  }

  private List<Fault> chosen(List<Fault> faults) {
    List<Fault> chosen =
        faults.stream()
            .filter(fault -> only.isEmpty() || only.stream().anyMatch(part -> has(fault, part)))
            .toList();
    if (chosen.isEmpty()) {
      throw new StackFailure("No fault has " + only + " in its name. --list tells the names.");
    }
    return chosen;
  }

  private static boolean has(Fault fault, String part) {
    return fault.name().toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }

  private int tell(Result result, Path data) throws IOException {
    System.out.println();
    new RunTable(result).lines().forEach(System.out::println);
    if (json != null) {
      Files.writeString(json, new RunJson(result).text() + "\n");
    }
    if (result.holds() && !keep) {
      FileTree.delete(data);
    } else {
      System.out.println("Databases, topics and logs: " + data);
    }
    return result.holds() ? 0 : 1;
  }

  private static Path repository() {
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
