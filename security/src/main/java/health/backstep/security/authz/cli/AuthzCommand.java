package health.backstep.security.authz.cli;

import health.backstep.security.authz.Matrix;
import health.backstep.security.authz.run.Authorisation;
import health.backstep.security.authz.run.Difference;
import health.backstep.security.authz.run.Meter;
import health.backstep.security.authz.run.Outcome;
import health.backstep.security.authz.run.Walls;
import health.backstep.stack.Progress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks a stack of its own who may do what, and tells every cell that is answered otherwise. */
@Command(
    name = "./backstep authz",
    description = {
      "Starts a broker, a database and the services, gives two tenants one of everything, and asks",
      "every operation as every actor about every object: with both walls between tenants, with the",
      "application's wall only, and with the database's wall only. What is allowed stands in",
      "authz.csv; every other cell has to be denied. Then it tries to get past by tricks with",
      "addresses and headers, and measures whether the time of an answer tells what exists.",
      "Exit code 0 when every answer is as it has to be, 1 when one differs."
    })
public final class AuthzCommand extends CheckCommand {

  @Option(
      names = "--walls",
      paramLabel = "WALLS",
      split = ",",
      description =
          "Only with these standing: ${COMPLETION-CANDIDATES} (default: one after another).")
  private List<Walls> walls = Arrays.asList(Walls.values());

  @Option(
      names = "--only",
      paramLabel = "NAME",
      description = "Only operations whose id has this in it; no tricks and no times.")
  private String only = "";

  AuthzCommand() {
    super("authz");
  }

  /** Ends the JVM with the command's exit code. */
  public static void main(String[] arguments) {
    run(new AuthzCommand(), arguments);
  }

  @Override
  protected boolean holds(Path data, Path repository, Progress steps) {
    try (Authorisation platform = Authorisation.start(data, repository, steps)) {
      return ask(platform);
    }
  }

  private boolean ask(Authorisation platform) {
    Matrix matrix = Matrix.shipped();
    boolean holds = true;
    for (Walls each : walls) {
      holds &=
          tell(
              each + ": %,d cells",
              meter ->
                  platform.run(each, matrix, operation -> operation.id().contains(only), meter));
    }
    if (only.isEmpty()) {
      holds &= tell("tricks: %,d requests", platform::tricks);
      platform.timings().stream().map(TimingLine::of).forEach(System.out::println);
    }
    return holds;
  }

  private static boolean tell(String what, Function<Meter, Outcome> run) {
    Bar bar = Bar.on(System.out);
    Outcome outcome = run.apply(bar);
    bar.wipe();
    System.out.printf(
        Locale.ROOT,
        what + ", %,d ids and secrets watched for, %,d differ, %,d s%n",
        outcome.asked(),
        outcome.watched(),
        outcome.differences().size(),
        outcome.took().toSeconds());
    outcome.differences().stream().map(Difference::toString).sorted().forEach(AuthzCommand::indent);
    return outcome.holds();
  }

  private static void indent(String line) {
    System.out.println("  " + line);
  }
}
