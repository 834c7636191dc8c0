package health.backstep.stack.cli;

import health.backstep.stack.platform.StackFailure;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.UUID;
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
    footer = {
      "  faults  Does harm to a stack of its own and tells whether anything was lost or done twice.",
      "  authz   Asks a stack of its own who may do what: every actor, object and operation.",
      "  fuzz    Sends a stack of its own what no honest client or service sends; --requests N --seed S.",
      "  canaries  Puts values to be found again into a stack of its own, and looks where they got.",
      "  test    Builds everything and runs all tests; what follows goes to Maven.",
      "  docs    Writes docs/clinical.md, docs/events.md and their pictures from what they tell of."
    },
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      DoctorCommand.class,
      LogsCommand.class,
      TokenCommand.class,
      SecretsCommand.class,
      DemoCommand.class,
      TopicsCommand.class,
      TrainCommand.class,
      BenchCommand.class,
      SeedCommand.class,
      ReplayCommand.class,
      DlqCommand.class,
      AuditCommand.class,
      RebuildCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      RulesetCommand.class,
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
  @SuppressWarnings("UnusedVariable") // read by picocli
  private boolean help;

  private Backstep() {}

  /** Ends the JVM with the command's exit code. */
  public static void main(String[] arguments) {
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    System.exit(commandLine().execute(arguments));
  }

  /** Does what was typed and returns the exit code, for a test that reads what is printed. */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return commandLine().setOut(out).setErr(err).execute(arguments);
  }

  static CommandLine commandLine() {
    return new CommandLine(new Backstep())
        .registerConverter(Duration.class, Backstep::duration)
        .registerConverter(UUID.class, Backstep::id)
        .registerConverter(KeptHead.class, KeptHead::parse)
        .setCaseInsensitiveEnumValuesAllowed(true)
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

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("'" + text + "' is not an id (a UUID)");
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
