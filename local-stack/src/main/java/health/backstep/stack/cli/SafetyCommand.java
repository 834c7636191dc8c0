package health.backstep.stack.cli;

import health.backstep.safety.SafetyReport;
import health.backstep.safety.SafetyReport.Result;
import health.backstep.safety.SafetyRun;
import health.backstep.safety.property.SafetyProperty;
import health.backstep.safety.run.Ground;
import health.backstep.safety.run.Planner;
import health.backstep.stack.platform.StackFailure;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks for an unsafe plan among many made-up patients. */
@Command(
    name = "safety",
    description = {
      "Makes up patients and histories, folds them into plans and holds the ten safety properties",
      "against every one. Needs no running stack.",
      "Exit code 1 when a property does not hold; the smallest failing history is printed."
    })
final class SafetyCommand implements Callable<Integer> {

  private final Planner planner;

  @Spec private CommandSpec spec;

  @Option(
      names = "--patients",
      paramLabel = "N",
      defaultValue = "10000",
      description = "How many patients, each with one history (default ${DEFAULT-VALUE}).")
  private long patients;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of the first patient; the next ones count on (default ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--property", paramLabel = "1-10", description = "Only this property.")
  private Integer property;

  SafetyCommand() {
    this(null);
  }

  /** Holds the properties against another planner than the service's. */
  SafetyCommand(Planner planner) {
    this.planner = planner;
  }

  @Override
  public Integer call() {
    if (patients < 1) {
      throw new StackFailure("--patients is 1 or more.");
    }
    Ground ground = Ground.current();
    SafetyRun run =
        new SafetyRun(ground, planner == null ? ground.planner() : planner, properties());
    PrintWriter out = spec.commandLine().getOut();
    SafetyBar bar = SafetyBar.of(patients, out);
    SafetyReport report = run.run(patients, seed, bar::done);
    bar.finish();
    tell(report, out);
    return report.isSafe() ? 0 : 1;
  }

  private List<SafetyProperty> properties() {
    if (property == null) {
      return SafetyProperty.ALL;
    }
    try {
      return List.of(SafetyProperty.numbered(property));
    } catch (IllegalArgumentException e) {
      throw new StackFailure("--property is 1 to 10, not " + property + ".", e);
    }
  }

  private static void tell(SafetyReport report, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%,d histories, %,d events, %,d plan versions in %.1f s: %,.0f histories per second%n%n",
        report.histories(),
        report.events(),
        report.versions(),
        report.took().toMillis() / 1000.0,
        report.historiesPerSecond());
    out.printf("%-28s %14s %10s%n", "property", "checked", "failed");
    for (Result result : report.results()) {
      String name = "%2d %s".formatted(result.property().number(), result.property().name());
      out.printf(Locale.ROOT, "%-28s %,14d %,10d%n", name, result.checked(), result.failed());
    }
    out.printf("%n%-28s %14s%n", "reached", "times");
    report
        .coverage()
        .forEach((goal, times) -> out.printf(Locale.ROOT, "%-28s %,14d%n", goal.words(), times));
    report.results().stream()
        .filter(result -> result.failed() > 0)
        .forEach(
            result -> {
              out.println();
              result.smallest().lines().forEach(out::println);
            });
    out.flush();
  }
}
