package health.backstep.security.authz.cli;

import health.backstep.stack.Progress;
import health.backstep.stack.platform.FileTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** A check of a stack of its own, which is started for it and deleted unless it shall be kept. */
public abstract class CheckCommand implements Callable<Integer> {

  @Option(names = "--keep", description = "Keep the databases, topics and logs.")
  private boolean keep;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // read by picocli
  private boolean help;

  private final String folder;

  /**
   * @param folder the name of the one that holds its data
   */
  protected CheckCommand(String folder) {
    this.folder = folder;
  }

  /** Ends the JVM with the command's exit code. */
  protected static void run(CheckCommand command, String[] arguments) {
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    System.exit(
        new CommandLine(command)
            .setUsageHelpAutoWidth(true)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(CheckCommand::explain)
            .execute(arguments));
  }

  /** Whether all is as it has to be; what is not has been told. */
  protected abstract boolean holds(Path data, Path repository, Progress steps);

  @Override
  public final Integer call() throws IOException {
    Path repository = Path.of(System.getProperty("backstep.repository", "")).toAbsolutePath();
    Path data = repository.resolve(".backstep").resolve(folder);
    boolean holds = holds(data, repository, Steps.on(System.out));
    if (keep) {
      System.out.println("Databases, topics and logs: " + data);
    } else {
      FileTree.delete(data);
    }
    return holds ? 0 : 1;
  }

  private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    if (!(failure instanceof IllegalStateException)) {
      throw failure;
    }
    command.getErr().println(failure.getMessage());
    return CommandLine.ExitCode.USAGE;
  }
}
