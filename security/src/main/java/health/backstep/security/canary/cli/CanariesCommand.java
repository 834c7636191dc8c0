package health.backstep.security.canary.cli;

import health.backstep.security.authz.cli.CheckCommand;
import health.backstep.security.canary.Report;
import health.backstep.security.canary.run.CanaryRun;
import health.backstep.stack.Progress;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plants canaries in a stack of its own and tells where they were found. */
@Command(
    name = "./backstep canaries",
    description = {
      "Starts a broker, a database and the services, and puts a value that can be found again into",
      "everything that a patient, a clinician or a partner can say: in calls that are accepted and",
      "in calls that are refused, in broken records, while parts fail. Then it searches logs,",
      "metrics, health, traces, problems, messages, topics and databases, and the last two again",
      "after all patients were erased. Where a value may be stands in canaries.csv.",
      "Exit code 0 when none is found anywhere else, 1 when one is."
    })
public final class CanariesCommand extends CheckCommand {

  private static final double MEGA = 1e6;

  @Option(names = "--places", description = "Tell how much of each place was searched.")
  private boolean places;

  CanariesCommand() {
    super("canaries");
  }

  /** Ends the JVM with the command's exit code. */
  public static void main(String[] arguments) {
    run(new CanariesCommand(), arguments);
  }

  @Override
  protected boolean holds(Path data, Path repository, Progress steps) {
    try (CanaryRun run = CanaryRun.start(data, repository, steps)) {
      Report report = run.whole();
      tell(report);
      return report.holds();
    }
  }

  private void tell(Report report) {
    if (places) {
      new TreeMap<>(report.searched()).entrySet().forEach(CanariesCommand::place);
    }
    System.out.printf(
        Locale.ROOT,
        "canaries: %,d planted, %,d places, %,.1f MB searched, %,d found where not allowed%n",
        report.planted(),
        report.searched().size(),
        report.bytes() / MEGA,
        report.leaks().size());
    report.leaks().forEach(leak -> System.out.println("  " + leak));
    report.unseen().forEach(place -> System.out.println("  not really searched: " + place));
    report.lost().forEach(kind -> System.out.println("  not really planted: " + kind));
  }

  private static void place(Map.Entry<String, Report.Amount> place) {
    System.out.printf(
        Locale.ROOT,
        "  %-45s %,12d bytes in %,7d parts%n",
        place.getKey(),
        place.getValue().bytes(),
        place.getValue().parts());
  }
}
