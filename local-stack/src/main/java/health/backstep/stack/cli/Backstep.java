package health.backstep.stack.cli;

import health.backstep.stack.platform.StackFailure;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The command line of the platform on this machine. */
@Command(
    name = "./backstep",
    description = "Runs Backstep on this machine: database, broker and the three services.",
    synopsisSubcommandLabel = "COMMAND",
    footer = "  test    Builds everything and runs all tests; what follows goes to Maven.",
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      LogsCommand.class,
      TokenCommand.class,
      DemoCommand.class,
      TopicsCommand.class,
      BenchCommand.class,
      SafetyCommand.class
    })
public final class Backstep {

  /** The caller must do something else than was typed. */
  public static final int USER_ERROR = CommandLine.ExitCode.USAGE;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  private boolean help;

  private Backstep() {}

  /** Ends the JVM with the command's exit code. */
  public static void main(String[] arguments) {
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Backstep())
        .registerConverter(Duration.class, Backstep::duration)
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(Backstep::explainUsage)
        .setExecutionExceptionHandler(Backstep::explainFailure);
  }

  private static Duration duration(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("'" + text + "' is not a time such as PT1H or P7D");
    }
  }

  private static int explainUsage(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(wrong.getMessage());
    err.println("See " + command.getCommandSpec().qualifiedName() + " --help");
    return USER_ERROR;
  }

  private static int explainFailure(Exception failure, CommandLine command, ParseResult parsed)
      throws Exception {
    if (!(failure instanceof StackFailure)) {
      throw failure;
    }
    command.getErr().println(failure.getMessage());
    return USER_ERROR;
  }
}
